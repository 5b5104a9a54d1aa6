@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: How a protected resource refuses
  The challenge tells a client whether to get a token, to renew the one it has, or to
  ask its user for more.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6750/3/missing-credentials @must @form @needs-resource
  Rule: A request without credentials is answered with 401 and a Bearer challenge
    RFC 6750 §3

    The challenge is how a client learns that a token would help, and of what kind.

    Scenario: No token
      Given the client has redeemed the code
      When the client asks for the resource without a token
      Then the resource answers 401 with a Bearer challenge

  @rfc6750/3.1/no-error-without-credentials @should @form @needs-resource
  Rule: The challenge to a request without credentials has no error code
    RFC 6750 §3.1

    Who has presented nothing has made no mistake. Told of an invalid token, a client
    throws away one that it never sent.

    Scenario: No token
      Given the client has redeemed the code
      When the client asks for the resource without a token
      Then the Bearer challenge has no error

  @rfc6750/3.1/invalid-token @should @form @needs-resource
  Rule: An invalid token is answered with 401 and invalid_token
    RFC 6750 §3.1

    At this word a client refreshes. At any other it gives up, or tries the same
    token again.

    Scenario: A token that nobody issued
      Given the client has redeemed the code
      When the client uses a made-up token
      Then the resource answers 401 with the error invalid_token

    Scenario Outline: The token <altered>
      Given the client has redeemed the code
      When the client uses the access token <altered>
      Then the resource answers 401 with the error invalid_token

      Examples: Any token
        | altered                             |
        | with a letter appended              |
        | with a character in its middle changed |
        | cut to its first half               |
        | without its last four characters    |
        | with the case of a letter flipped   |

      Examples: A JSON Web Token
        | altered                                      |
        | with the algorithm none and no signature     |
        | with another expiry under its old signature  |
        | with another subject under its old signature |

    Scenario: A token that was revoked
      Given the client has redeemed the code
      And the client has revoked the token
      When the client uses the token
      Then the resource answers 401 with the error invalid_token

    @slow @known-token-lifetime
    Scenario: A token that has expired
      Given the client has redeemed the code
      And the access token has certainly expired
      When the client uses the token
      Then the resource answers 401 with the error invalid_token

  @rfc6750/3.1/insufficient-scope @should @form @needs-resource @needs-scope-config @resource-scope
  Rule: A token of too little scope is answered with 403 and insufficient_scope
    RFC 6750 §3.1

    A client that reads 401 refreshes for ever. Only this answer sends it to its user
    for the scope that is lacking.

    Scenario: A token for the other scopes
      Given an access token issued to the client without the scope that the resource needs
      When the client uses the token
      Then the resource answers 403 with the error insufficient_scope

  @rfc6750/2/two-token-transports @should @form @needs-resource
  Rule: A request that carries its token twice is answered with invalid_request
    RFC 6750 §2, §3.1

    Two readers of one request can take two tokens for the one that counts. To pass
    over the second is tolerable, to prefer it is not.

    Scenario Outline: The token <places>
      Given the client has redeemed the code
      When the client presents a token twice: <places>
      Then the request is malformed to the resource, or the second token is passed over

      Examples: The same token
        | places                          |
        | in the header and in the query  |
        | in the header and in a form     |

    Scenario Outline: The token <places>
      Given the client has redeemed the code
      When the client presents a token twice: <places>
      Then the resource does not open

      Examples: A made-up token where it belongs
        | places                                          |
        | in the query, behind a made-up one in the header |
        | in a form, behind a made-up one in the header    |

  @rfc6750/3/www-authenticate-attributes @must @form @needs-resource
  Rule: A Bearer challenge has each attribute once, in its permitted characters
    RFC 6750 §3

    Of an attribute that stands twice each reader takes another. One that quotes what
    it was sent lets the sender write the rest of the header.

    Scenario: No token
      Given the client has redeemed the code
      When the client asks for the resource without a token
      Then the Bearer challenge has each attribute once, in its characters

    Scenario: A token that nobody issued
      Given the client has redeemed the code
      When the client uses a made-up token
      Then the Bearer challenge has each attribute once, in its characters

    Scenario Outline: A token with <what>
      Given the client has redeemed the code
      When the client uses a made-up token with <what>
      Then the Bearer challenge has each attribute once, in its characters

      Examples: What a message is tempted to quote
        | what                 |
        | a quotation mark     |
        | a backslash          |
        | letters beyond ASCII |

    @needs-scope-config @resource-scope
    Scenario: A token for the other scopes
      Given an access token issued to the client without the scope that the resource needs
      When the client uses the token
      Then the Bearer challenge has each attribute once, in its characters

  @rfc6750/5.2/refused-token-not-echoed @must @derived @form @needs-resource
  Rule: A refusal does not repeat the token that was presented
    RFC 6750 §5.2, §5.3

    Errors are logged and shown. A token that was refused here, for its scope or for
    its audience, can still be good elsewhere.

    Scenario: A token that nobody issued
      Given the client has redeemed the code
      When the client uses a made-up token
      Then the refusal does not hold the token

    Scenario Outline: The token <altered>
      Given the client has redeemed the code
      When the client uses the access token <altered>
      Then the refusal does not hold the token

      Examples: Nearly a token
        | altered                                |
        | with a letter appended                 |
        | with a character in its middle changed |

    @needs-scope-config @resource-scope
    Scenario: A token for the other scopes
      Given an access token issued to the client without the scope that the resource needs
      When the client uses the token
      Then the refusal does not hold the token

  @rfc6750/2.3/query-token-response-private @should @form @needs-resource
  Rule: A response to a token in the query string is marked private for caches
    RFC 6750 §2.3, §5.3

    Without the header that shared caches know, the answer is kept under an address
    that holds the token, for whoever comes by.

    Scenario: A token in the query, and nowhere else
      Given the client has redeemed the code
      When the client presents the token in the query alone
      Then what has opened is private
