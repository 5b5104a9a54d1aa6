@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The same fault, the same error
  A refusal says what was wrong with the request. It neither wavers nor gives away
  what the server knows.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/5.2/same-error-for-dead-codes @should @practice @form
  Rule: Unknown, used and expired codes always get the same error code
    RFC 6749 §5.2

    A difference tells whoever tries codes which of them were real once. A client has
    one thing to do about any of them: start again.

    Scenario: A code that was used, again and again
      Given the client has redeemed the code
      When the client redeems the used code 3 times more
      Then all the refusals give the same error

    Scenario: A code that nobody was given, again and again
      When the client redeems a made-up code 3 times
      Then all the refusals give the same error

    @slow
    Scenario: A used, an unknown and an expired code
      Given the client has redeemed the code
      When the client redeems the used code, a made-up one and one that has expired
      Then all the refusals give the same error

  @rfc6749/5.2/replay-leaks-no-token @must @practice @form
  Rule: A refused replay shows no token that was issued before
    RFC 6749 §5.2, §10.5

    Whoever replays a code or a refresh token may be the thief. A message that tells
    which tokens it had been good for hands them over with the refusal.

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal shows no token that was issued before

    Scenario: A code that was used before, with another verifier
      Given the client has redeemed the code
      When the client redeems the code with another verifier as the verifier
      Then the refusal shows no token that was issued before

    @needs-refresh
    Scenario: A refresh token that was used before
      Given a refresh token issued to the client
      And the client has refreshed with it
      When the client refreshes
      Then the refusal shows no token that was issued before

  @rfc6749/5.2/refusal-is-no-server-error @must @derived @form
  Rule: A faulty request is refused with 4xx
    RFC 6749 §5.2

    A status of 500 says that the server failed, and a client tries again. What the
    request makes fail, an attacker can make fail as often as he likes.

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the refusal is no server error

      Examples: One fault each
        | fault                                                     |
        | without code                                              |
        | without grant_type                                        |
        | without client_id                                         |
        | without code_verifier                                     |
        | with an empty code                                        |
        | with a made-up code                                       |
        | with a made-up client_id                                  |
        | with an empty code_verifier                               |
        | with another verifier as the verifier                     |
        | with the grant_type "urn:example:grant-type:unknown"      |
        | with the redirect_uri "https://attacker.example/callback" |
        | with the redirect_uri "::not a URI::"                     |

      Examples: Characters that break out of a query, a file name or a log
        | fault                                     |
        | with a quotation mark in its code         |
        | with a control character in its code      |
        | with a line break in its client_id        |
        | with an emoji in its code_verifier        |
        | with letters beyond ASCII in its code     |

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal is no server error

    @needs-refresh
    Scenario: A refresh token that nobody was given
      Given a refresh token issued to the client
      When the client refreshes by presenting a made-up refresh token
      Then the refusal is no server error

    @property
    Scenario: Any fault of the redemption, or several
      Then no faulty redemption is answered with a server error
