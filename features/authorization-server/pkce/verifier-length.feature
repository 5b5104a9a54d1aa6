@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The length of a code verifier
  A verifier has 43 to 128 characters. The floor holds its entropy, the ceiling keeps
  it out of the way of buffers.

  In every scenario the challenge is made from the very verifier that is presented
  later, so that its length is the only thing that can be wrong.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.1/legal-verifier-lengths @must @derived @effect @each-client
  Rule: A verifier of any length from 43 to 128 characters is accepted
    RFC 7636 §4.1, §4.6

    A client picks any length in the range. A server that has one of its own in mind
    turns away clients that did everything right.

    Scenario Outline: A verifier of <length> characters
      Given an authorization code bound to a verifier of <length> characters
      When the client redeems the code
      Then an access token is issued

      Examples: Both ends of the range, one step inside each, and the middle
        | length |
        | 43     |
        | 44     |
        # Stays: the length that the verifiers of all the controls have.
        | 64     |
        | 127    |
        | 128    |

    @property
    Scenario: Any length in the range
      Then every verifier of 43 to 128 characters redeems the code bound to it

  @rfc7636/4.1/verifier-of-42-characters @should @derived @effect @each-client
  Rule: A verifier of 42 characters is refused even when its hash matches
    RFC 7636 §4.1

    One character is 6 bits. Where the floor gives way by one, nothing says that it
    does not give way by twenty; its twin of 43 characters is accepted.

    Scenario: One character below the floor
      Given an authorization code bound to a verifier of 42 characters
      When the client redeems the code
      Then no access token is issued

  @rfc7636/4.1/verifier-of-129-characters @should @derived @effect @each-client @rfc-verifier-limit
  Rule: A verifier of 129 characters is refused even when its hash matches
    RFC 7636 §4.1

    A server without a ceiling hashes whatever it is sent, as much of it as the sender
    likes; its twin of 128 characters is accepted.

    Scenario: One character above the ceiling
      Given an authorization code bound to a verifier of 129 characters
      When the client redeems the code
      Then no access token is issued

  @rfc7636/4.1/very-short-verifier @should @derived @effect @each-client
  Rule: A verifier of 32 characters or fewer is refused even when its hash matches
    RFC 7636 §4.1, §7.1

    Whoever saw the challenge can try verifiers against it without asking anybody. The
    shorter the verifier, the sooner one fits.

    Scenario Outline: A verifier of <length> characters
      Given an authorization code bound to a verifier of <length> characters
      When the client redeems the code
      Then no access token is issued

      Examples: The shortest there is, and lengths that were seen in print or in use
        | length |
        | 1      |
        | 8      |
        | 20     |
        | 23     |
        | 32     |

    @property
    Scenario: Any length down there
      Then no verifier of 1 to 32 characters redeems the code bound to it

  @rfc7636/4.1/very-long-verifier @should @derived @effect @each-client
  Rule: A verifier far beyond 128 characters is refused even when its hash matches
    RFC 7636 §4.1

    A ceiling that was set at the size of some column or buffer, and not at 128, is
    found by whoever has a reason to look for it.

    Scenario Outline: A verifier of <length> characters
      Given an authorization code bound to a verifier of <length> characters
      When the client redeems the code
      Then no access token is issued

      @rfc-verifier-limit
      Examples: What 128 characters become in base64url
        | length |
        | 171    |

      Examples: The sizes of buffers
        | length  |
        | 1024    |
        | 4096    |
        | 65536   |
        | 1048576 |

    @property
    Scenario: Any length up there
      Then no verifier of 172 to 1024 characters redeems the code bound to it

    Scenario: The flow that comes after a verifier of one mebibyte
      Given the client has presented a verifier of 1048576 characters
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then an access token is issued

  @rfc7636/4.1/oversized-verifier @should @derived @form
  Rule: An oversized verifier is answered with an orderly client error
    RFC 7636 §4.1; RFC 6749 §5.2

    An answer that fits the protocol shows that a check refused the verifier. A crash
    shows that something behind the check choked on it.

    Scenario Outline: A verifier of <length> characters
      Given an authorization code bound to a verifier of <length> characters
      When the client redeems the code
      Then the refusal is an orderly client error

      Examples: What 128 characters become in base64url, and the sizes of buffers
        | length  |
        | 171     |
        | 1024    |
        | 4096    |
        | 65536   |
        | 1048576 |
