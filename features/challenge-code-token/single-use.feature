@authorization-server @challenge-code-token
Feature: One verifier, one token
  A verifier yields one token and never another. A server that sees only challenges
  can still tell: a verifier is known by its S256 hash, and a plain challenge can be
  hashed. Two requests are about one verifier when those hashes are equal.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/single-use/same-challenge-twice @doc @effect
  Rule: A challenge that has yielded a token never yields another
    Challenge Code Token document, on creating two tokens from one code verifier

    Whoever sees one verifier at work holds the proof for every token that hangs on
    it. One token for each keeps the loss to a minute of one token.

    Scenario Outline: The same <method> challenge a second time
      Given a token was issued for <article> <method> challenge
      When the client asks for a token with the same challenge
      Then no access token is issued

      Examples: Both methods
        | article | method |
        | an      | S256   |
        | a       | plain  |

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: A fresh challenge after it
      Given a token was issued for an S256 challenge
      When the client asks for a token
      Then an access token is issued

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a second token for one challenge

  @challenge-code-token/single-use/plain-then-s256 @doc @derived @effect
  Rule: A verifier spent under plain yields no token under S256
    Challenge Code Token document, on creating two tokens from one code verifier

    The plain challenge told the server the verifier, and with it the hash. A ledger
    that stores what was sent, and not what it means, forgets this.

    Scenario: The hash of the plain challenge is presented as a challenge
      Given a token was issued for a plain challenge
      When the client asks for a token with the S256 challenge of that verifier
      Then no access token is issued

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a second token under S256 for a verifier spent under plain

  @challenge-code-token/single-use/s256-then-plain @doc @derived @effect
  Rule: A verifier spent under S256 yields no token under plain
    Challenge Code Token document, on creating two tokens from one code verifier

    The server has only the hash by then; it has to hash what comes as plain before
    it looks it up.

    Scenario: The verifier behind an S256 challenge is presented as a plain one
      Given a token was issued for an S256 challenge
      When the client asks for a token with that verifier as a plain challenge
      Then no access token is issued

    Scenario: The same without a method, which is plain too
      Given a token was issued for an S256 challenge
      When the client asks for a token with that verifier as a challenge without a method
      Then no access token is issued

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a second token under plain for a verifier spent under S256

  @challenge-code-token/single-use/equal-string-other-verifier @should @derived @effect
  Rule: An equal string that stands for another verifier is not reuse
    Challenge Code Token document, on creating two tokens from one code verifier

    A hash that is sent as a plain challenge is a verifier of its own, which nobody
    has used. Refusing it does no harm, but shows a ledger of strings.

    Scenario: An S256 challenge comes again as a plain one
      Given a token was issued for an S256 challenge
      When the client asks for a token with the same string as a plain challenge
      Then an access token is issued

    Scenario: A plain challenge comes again as an S256 one
      Given a token was issued for a plain challenge that has the form of a hash
      When the client asks for a token with the same string as an S256 challenge
      Then an access token is issued

  @challenge-code-token/single-use/reuse-after-expiry @doc @derived @effect @needs-clock
  Rule: A verifier stays spent after its token has expired
    Challenge Code Token document, on creating two tokens from one code verifier

    A ledger that is swept together with the tokens lets a verifier that was seen on
    the wire a minute ago prove a fresh token.

    @slow
    Scenario Outline: The same <method> challenge once the token is dead
      Given a token was issued for <article> <method> challenge
      And the token has expired
      When the client asks for a token with the same challenge
      Then no access token is issued

      Examples: Both methods
        | article | method |
        | an      | S256   |
        | a       | plain  |

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a second token after the first has expired

  @challenge-code-token/single-use/same-challenge-race @doc @derived @effect @needs-concurrency
  Rule: Parallel requests with one challenge yield one token at most
    Challenge Code Token document, on creating two tokens from one code verifier

    Looking a challenge up and writing it down have to be one step. Requests that fall
    between the two all find it unused.

    @repeats-20
    Scenario Outline: <count> copies of one request arrive together
      When <count> copies of a token request arrive at the same moment, in each of 20 rounds
      Then at most one access token is issued in each round

      Examples: From the smallest race to a crowd
        | count |
        | 2     |
        | 10    |
        | 32    |

    @repeats-20
    Scenario Outline: A verifier arrives <times> times as plain and as often as S256
      When a verifier arrives <times> times as plain and as often as S256 at the same moment, in each of 20 rounds
      Then at most one access token is issued in each round

      Examples: One of each, a crowd of each
        | times |
        | 1     |
        | 5     |
        | 16    |

    @property
    Scenario: Any number of requests, by either method
      Then no number of simultaneous requests for one verifier yields two tokens

  @challenge-code-token/single-use/reuse-by-another-client @should @derived @effect @needs-two-clients
  Rule: A verifier spent by one client is refused to another
    Challenge Code Token document, on creating two tokens from one code verifier

    The document does not say whose two tokens it means. A verifier seen at one client
    proves as much at another, so the strict reading counts both.

    Scenario: Another client presents the same challenge
      Given a token was issued for an S256 challenge
      When another client asks for a token with the same challenge
      Then no access token is issued

  @challenge-code-token/single-use/refusal-burns-nothing @should @practice @effect
  Rule: A refused request leaves its verifier unspent
    Challenge Code Token document, on creating two tokens from one code verifier

    A verifier that is written down before the client is known can be spent by anyone
    who saw the challenge, without a secret.

    Scenario Outline: The first request <fault>
      Given a request that <fault> was refused
      When the client asks for a token with the same challenge
      Then an access token is issued

      Examples: Faults that have nothing to do with the challenge
        | fault                           |
        | had a wrong client_secret       |
        | had no client_secret            |
        | named an unknown client         |
        | named an unknown method         |
        | came by query                   |
        | had a malformed scope           |

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a verifier that a refusal has spent

  @challenge-code-token/single-use/reuse-in-disguise @doc @derived @effect
  Rule: A spent verifier is recognised whatever the other parameters are
    Challenge Code Token document, on creating two tokens from one code verifier

    A ledger keyed by more than the verifier is evaded by changing the rest; one keyed
    by the bytes of the body, by writing them otherwise.

    Scenario Outline: The same challenge <disguise>
      Given a token was issued for an S256 challenge
      When the client asks for a token with the same challenge <disguise>
      Then no access token is issued

      Examples: Other writings of one request
        | disguise                            |
        | percent-encoded in upper-case hex   |
        | percent-encoded in lower-case hex   |
        | with its parameters in reverse order |
        | and a parameter nobody knows        |

      Examples: Other parameters beside it
        | disguise                      |
        | and its credentials by Basic  |
        | and no scope                  |

      @needs-scope-config
      Examples: Another scope beside it
        | disguise           |
        | and a smaller scope |

    Scenario Outline: The same plain challenge <disguise>
      Given a token was issued for a plain challenge
      When the client asks for a token with the same challenge <disguise>
      Then no access token is issued

      Examples: A method that is named, empty or left out
        | disguise            |
        | and no method       |
        | and an empty method |
