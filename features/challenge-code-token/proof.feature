@authorization-server @challenge-code-token
Feature: The proof at the resource
  The token alone opens nothing: with it goes the verifier that its challenge was made
  from. Here, and only here, the server shows that it looks at the verifier.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/proof/right-verifier @doc @derived @effect @needs-resource
  Rule: The right verifier opens the resource
    Challenge Code Token document, purpose of the token

    This is the control of every refusal at the resource. It is broken only where the
    resource opens to something else, else nothing can be told of it.

    Scenario: An S256 token and its verifier
      Given a token was issued for an S256 challenge
      When the client uses the token with its verifier
      Then the resource opens, or opens to nothing at all

    Scenario: A plain token and its verifier
      Given a token was issued for a plain challenge
      When the client uses the token with its verifier
      Then the resource opens

    Scenario Outline: A verifier of <length> characters
      Given a token was issued for the S256 challenge of a verifier of <length> characters
      When the client uses the token with its verifier
      Then the resource opens

      Examples: Both ends of the permitted range
        | length |
        | 43     |
        | 128    |

    @property
    Scenario: Any length, any method
      Then every well-formed verifier opens the resource to its token

  @challenge-code-token/proof/wrong-verifier @doc @derived @effect @needs-resource
  Rule: A wrong, altered or missing verifier does not open the resource
    Challenge Code Token document, purpose of the token

    A resource that does not compare has handed out a bearer token: whoever finds it
    can use it, and the challenge was for nothing.

    Scenario: No verifier
      Given a token was issued for an S256 challenge
      When the client uses the token without its verifier
      Then the resource does not open

    Scenario Outline: The verifier <altered>
      Given a token was issued for <article> <method> challenge
      When the client uses the token with its verifier <altered>
      Then the resource does not open

      Examples: Under S256
        | article | method | altered                                   |
        | an      | S256   | replaced by another verifier              |
        | an      | S256   | left empty                                |
        | an      | S256   | with the case of a letter flipped         |
        | an      | S256   | in lower case                             |
        | an      | S256   | without its last character                |
        | an      | S256   | cut to its first 43 characters            |
        | an      | S256   | with a character appended                 |
        | an      | S256   | with the middle character changed         |
        | an      | S256   | reversed                                  |
        | an      | S256   | replaced by the digit zero                |
        | an      | S256   | replaced by a blank                       |
        | an      | S256   | replaced by the word null                 |

      Examples: Under plain
        | article | method | altered                                   |
        | a       | plain  | replaced by another verifier              |
        | a       | plain  | left empty                                |
        | a       | plain  | with the case of a letter flipped         |
        | a       | plain  | without its last character                |
        | a       | plain  | replaced by its own S256 hash             |

    @property
    Scenario: Any change to any verifier
      Then no altered verifier opens the resource

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a token that opens to another proof than its verifier

  @challenge-code-token/proof/challenge-as-proof @doc @derived @effect @needs-resource
  Rule: An S256 challenge does not open the resource in place of its verifier
    Challenge Code Token document, purpose of the token; RFC 7636 §4.6

    The challenge travelled with the request for the token, so whoever saw that has it.

    Scenario: The challenge is presented where the verifier belongs
      Given a token was issued for an S256 challenge
      When the client uses the token with its challenge as the verifier
      Then the resource does not open

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a token that opens to its S256 challenge

  @challenge-code-token/proof/verifier-of-another-token @doc @derived @effect @needs-resource @needs-two-flows @needs-concurrent-tokens
  Rule: The verifier of another token does not open the resource
    Challenge Code Token document, purpose of the token

    A resource that asks whether it knows the verifier, and not whose it is, lets the
    holder of any token use every other.

    Scenario: Two tokens of one client, and their verifiers exchanged
      Given a token was issued for an S256 challenge
      And another token was issued for an S256 challenge
      When the client uses the token with the verifier of the other
      Then the resource does not open

    Scenario: The other token is bound by plain
      Given a token was issued for an S256 challenge
      And another token was issued for a plain challenge
      When the client uses the token with the verifier of the other
      Then the resource does not open

    Scenario: The other token was used before
      Given a token was issued for an S256 challenge
      And another token was issued for an S256 challenge, and used
      When the client uses the token with the verifier of the other
      Then the resource does not open

  @challenge-code-token/resource/no-client-secret @doc @effect @needs-resource
  Rule: The resource opens without a client_secret
    Challenge Code Token document, introduction

    The token is for devices that keep no secret. A resource that asks for one forces
    the secret into every copy of the application.

    Scenario: The token and its verifier, nothing else
      Given a token was issued for an S256 challenge
      When the client uses the token with its verifier
      Then the resource opens, unless it stays shut with the client_secret too
