@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What opens a protected resource
  A token response proves little until something has opened. Only a resource that turns
  everything else away shows that it was the token.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6750/2.1/issued-token-works @must @effect @needs-resource
  Rule: An issued token opens the resource through the Authorization header
    RFC 6750 §2.1

    A token endpoint can answer 200 with any text. This is the one place that shows
    whether a token came of it.

    Scenario: A token just issued
      Given the client has redeemed the code
      When the client uses the token
      Then the resource honours the token

  @rfc6750/2.1/scheme-in-any-case @must @effect @needs-resource
  Rule: The Bearer scheme name is accepted in any letter case
    RFC 9110 §11.1; RFC 6750 §2.1

    HTTP has always read scheme names without regard to case, and clients write what
    the token_type of the response said.

    Scenario Outline: The scheme written <scheme>
      Given the client has redeemed the code
      When the client presents the token under the scheme <scheme>
      Then the resource opens

      Examples: Three writings
        | scheme |
        | bearer |
        | BEARER |
        | bEaReR |

  @rfc6750/3/no-token-opens-nothing @must @derived @effect @needs-resource
  Rule: A request without a token opens nothing
    RFC 6750 §3

    A resource that opens to nobody in particular is not protected.

    Scenario: No token
      Given the client has redeemed the code
      When the client asks for the resource without a token
      Then the resource does not open

  @rfc6750/3.1/invalid-token-opens-nothing @must @derived @effect @needs-resource
  Rule: A forged, altered, expired or revoked token opens nothing
    RFC 6750 §3.1

    Whoever can write a token needs none from the server.

    Scenario: A token that nobody issued
      Given the client has redeemed the code
      When the client uses a made-up token
      Then the resource does not open

    Scenario Outline: The token <altered>
      Given the client has redeemed the code
      When the client uses the access token <altered>
      Then the resource does not open

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
      Then the resource does not open

    @slow @known-token-lifetime
    Scenario: A token that has expired
      Given the client has redeemed the code
      And the access token has certainly expired
      When the client uses the token
      Then the resource does not open

  @rfc6750/3.1/other-credential-as-token @must @derived @effect @needs-resource
  Rule: A code, refresh token, ID token, verifier or secret opens no resource
    RFC 6750 §3.1; RFC 6749 §1.4

    Each of them goes another way and is guarded in another manner. One that opens the
    resource too is a key left in all those places.

    Scenario Outline: The <credential>
      Given the client has redeemed the code
      When the client uses its <credential> as the access token
      Then the resource does not open

      Examples: What every client has
        | credential    |
        | unused code   |
        | redeemed code |
        | verifier      |
        | client_id     |

      @needs-refresh
      Examples: What only some servers issue
        | credential    |
        | refresh token |

      @needs-openid
      Examples: What only OpenID clients are given
        | credential |
        | ID token   |

    @needs-confidential
    Scenario: The client_secret
      Given a confidential client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      When the client uses its client_secret as the access token
      Then the resource does not open

  @rfc6750/3.1/narrow-token-opens-nothing @must @derived @effect @needs-resource @needs-scope-config @resource-scope
  Rule: A token without the needed scope opens nothing
    RFC 6750 §3.1

    The scope is what the user agreed to. Where nobody looks at it, every token is for
    everything.

    Scenario: A token for the other scopes
      Given an access token issued to the client without the scope that the resource needs
      When the client uses the token
      Then the resource does not open

  @rfc6750/2.3/token-in-query @may @effect @needs-resource @not-in-oauth-2.1
  Rule: A token in the query string opens no resource
    RFC 6750 §2.3; RFC 9700 §4.3.2

    Addresses end up in logs, histories and the Referer field, and the token with
    them. RFC 6750 leaves it open and warns of it, so it is only noted here.

    Scenario: A token in the query, and nowhere else
      Given the client has redeemed the code
      When the client presents the token in the query alone
      Then whether the resource opens is noted
