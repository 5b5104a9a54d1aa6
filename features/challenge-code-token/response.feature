@authorization-server @challenge-code-token
Feature: The answers of the token endpoint
  The document shows neither a response nor an error. It stands on OAuth 2.0, whose
  clients read these answers.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/response/oauth-response-shape @should @derived @form
  Rule: Responses and errors have the shape that OAuth 2.0 gives them
    RFC 6749 §5.1, §5.2

    A client that knows OAuth reads status, media type and members, in that order. An
    answer in another shape is a failure that nobody can tell from a success.

    Scenario Outline: A token for <article> <method> challenge
      When a token is issued for <article> <method> challenge
      Then the response has the shape of an access token response

      Examples: Both methods
        | article | method |
        | an      | S256   |
        | a       | plain  |

    Scenario Outline: A request that <fault>
      When a request that <fault> is refused
      Then the refusal has the shape of an OAuth error with <errors>

      Examples: One fault each
        | fault                     | errors                          |
        | had a wrong client_secret | invalid_client                  |
        | named an unknown client   | invalid_client                  |
        | had no challenge          | invalid_request                 |
        | named an unknown method   | invalid_request                 |

    Scenario: A challenge that was used before
      Given a token was issued for an S256 challenge
      When the client asks for a token with the same challenge
      Then the refusal has the shape of an OAuth error for reuse

  @challenge-code-token/response/no-secret-echo @must @practice @form
  Rule: A response repeats neither challenge, verifier nor secret
    Challenge Code Token document, request parameters

    Answers are logged and shown more freely than requests. Under plain the challenge
    is the verifier, and an echo of it is the proof.

    Scenario Outline: A token for <article> <method> challenge
      When a token is issued for <article> <method> challenge
      Then the answer repeats no challenge, verifier or secret

      Examples: Both methods
        | article | method |
        | an      | S256   |
        | a       | plain  |

    Scenario Outline: A request that <fault>
      When a request that <fault> is refused
      Then the answer repeats no challenge, verifier or secret

      Examples: Faults that an error message is tempted to quote
        | fault                        |
        | had a wrong client_secret    |
        | named an unknown method      |
        | had a challenge that is cut short |

    Scenario: A challenge that was used before
      Given a token was issued for a plain challenge
      When the client asks for a token with the same challenge
      Then the answer repeats no challenge, verifier or secret
