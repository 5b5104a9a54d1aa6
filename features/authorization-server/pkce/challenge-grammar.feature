@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The form of a code challenge
  A challenge is 43 to 128 unreserved characters; under S256 it is 43 characters of
  base64url without padding. A server may refuse any other at once, or issue a code
  that nothing redeems: what counts is that no token comes of it.

  In every scenario the verifier is the one from which the challenge was made, or
  there is none at all: a malformed challenge that is dropped protects nobody.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.2/challenge-length-out-of-bounds @should @derived @effect @each-client
  Rule: A challenge shorter than 43 or longer than 128 characters yields no token
    RFC 7636 §4.2, §4.4.1

    What the server cannot hold a verifier against, it must neither shorten its
    comparison to nor forget about.

    Scenario Outline: A challenge <altered>, the code redeemed <presented>
      When the client asks with its challenge <altered> and redeems the code <presented>
      Then no access token is issued

      Examples: Too short, from one character to one below the floor
        | altered              | presented          |
        | cut to 1 characters  | with its verifier  |
        | cut to 1 characters  | without a verifier |
        | cut to 8 characters  | with its verifier  |
        | cut to 8 characters  | without a verifier |
        | cut to 20 characters | with its verifier  |
        | cut to 20 characters | without a verifier |
        | cut to 42 characters | with its verifier  |
        | cut to 42 characters | without a verifier |

      Examples: Too long, by one character and by far
        | altered                       | presented          |
        | lengthened to 129 characters  | with its verifier  |
        | lengthened to 129 characters  | without a verifier |
        | lengthened to 4096 characters | with its verifier  |
        | lengthened to 4096 characters | without a verifier |

    @needs-plain
    Scenario Outline: A plain challenge of <length> characters
      When the client asks with a plain challenge of <length> characters and redeems the code with its verifier
      Then no access token is issued

      Examples: One step outside each end, and far outside
        | length |
        | 1      |
        | 20     |
        | 42     |
        | 129    |
        | 171    |

  @rfc7636/4.2/s256-challenge-wrong-length @should @derived @effect @each-client
  Rule: An S256 challenge of any length but 43 characters yields no token
    RFC 7636 §4.2

    No hash of 32 octets has that many characters. A token all the same means that
    somebody kept, or compared, a part of the challenge only.

    Scenario Outline: A challenge <altered>, the code redeemed <presented>
      When the client asks with its challenge <altered> and redeems the code <presented>
      Then no access token is issued

      Examples: The right challenge and more behind it
        | altered                      | presented          |
        | lengthened to 44 characters  | with its verifier  |
        | lengthened to 44 characters  | without a verifier |
        | lengthened to 64 characters  | with its verifier  |
        | lengthened to 64 characters  | without a verifier |
        | lengthened to 128 characters | with its verifier  |
        | lengthened to 128 characters | without a verifier |

  @rfc7636/4.2/illegal-challenge-characters @should @derived @effect @each-client
  Rule: A challenge with a character outside the grammar is refused
    RFC 7636 §4.2

    A character that no challenge can hold comes from a client that is broken or a
    sender that is no client. Refused, or bound to what nobody can present.

    Scenario Outline: A challenge <altered>, the code redeemed <presented>
      When the client asks with its challenge <altered> and redeems the code <presented>
      Then no access token is issued

      Examples: What forms and base64 bring along
        | altered                    | presented          |
        | with a space inside        | with its verifier  |
        | with a space inside        | without a verifier |
        | with a plus sign inside    | with its verifier  |
        | with a plus sign inside    | without a verifier |
        | with a slash inside        | with its verifier  |
        | with a slash inside        | without a verifier |
        | with an equals sign inside | with its verifier  |
        | with an equals sign inside | without a verifier |
        | with a percent sign inside | with its verifier  |
        | with a percent sign inside | without a verifier |

      Examples: What ends a string, and what is no ASCII
        | altered                        | presented          |
        | with NUL inside                | with its verifier  |
        | with NUL inside                | without a verifier |
        | with a non-ASCII letter inside | with its verifier  |
        | with a non-ASCII letter inside | without a verifier |
        | with a line feed appended      | with its verifier  |
        | with a line feed appended      | without a verifier |
        | with a space appended          | with its verifier  |
        | with a space appended          | without a verifier |

  @rfc7636/3/padded-s256-challenge @should @derived @effect @each-client
  Rule: An S256 challenge with base64 padding yields no token
    RFC 7636 §3, App. A

    The padding is left out so that a challenge is written in one way only. A server
    that takes both compares something else than the challenge.

    Scenario: The padding that base64 has and base64url here has not
      When the client asks with its challenge padded and redeems the code with its verifier
      Then no access token is issued

  @rfc7636/3/standard-base64-challenge @must @derived @effect @each-client
  Rule: An S256 challenge in the standard base64 alphabet yields no token
    RFC 7636 §3, §4.6

    A decoder that takes both alphabets finds the same octets in two texts; the
    comparison is of texts. The digest at hand holds both characters that differ.

    Scenario Outline: A challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: Without padding and with it
        | altered                             |
        | in the standard alphabet            |
        | in the standard alphabet and padded |

  @rfc7636/4.2/hex-digest-challenge @must @effect @each-client
  Rule: A hexadecimal digest does not pass for an S256 challenge
    RFC 7636 §4.2, §4.6

    Hexadecimal digits fit the grammar, so that only the comparison keeps them out. A
    server that hashes to hexadecimal accepts these clients and no others.

    Scenario Outline: The digest <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: The same 32 octets, written otherwise
        | altered                    |
        | as lower-case hex          |
        | as upper-case hex          |
        | hashed as hex in base64url |
        | as raw octets              |
