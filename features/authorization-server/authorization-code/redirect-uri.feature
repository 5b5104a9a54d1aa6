@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The redirect URI of the token request
  The client says once more where it received the code. A code that an attacker had sent
  elsewhere betrays itself there.

  @rfc6749/4.1.3/missing-redirect-uri @must @effect @redirect-uri-required @not-in-oauth-2.1
  Rule: A code is refused when the redirect_uri of its authorization is left out
    RFC 6749 §4.1.3

    What may be left out is no check: the attacker leaves it out. OAuth 2.1 relies on PKCE
    instead and has dropped the parameter.

    Background:
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge

    Scenario: Left out
      When the client redeems the code without redirect_uri
      Then no access token is issued

    Scenario: Empty, which counts as left out
      When the client redeems the code with an empty redirect_uri
      Then no access token is issued

  @rfc6749/4.1.3/mismatched-redirect-uri @must @effect @each-client
  Rule: A code is refused when redirect_uri differs from that of its authorization
    RFC 6749 §4.1.3, §5.2, §10.6

    It is compared with what this code was sent to, not with what is registered: else a
    code that leaked from one page is redeemed in the name of another.

    Background:
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge

    @second-redirect-uri
    Scenario: Another one that is registered
      When the client redeems the code with its other redirect_uri
      Then no access token is issued

    Scenario: One that nobody registered
      When the client redeems the code with the redirect_uri "https://attacker.example/callback"
      Then no access token is issued

    @needs-par
    Scenario: One that nobody registered, for the code of a pushed request
      Given an authorization code of a pushed request
      When the client redeems the code with the redirect_uri "https://attacker.example/callback"
      Then no access token is issued

    Scenario Outline: The same <altered>
      When the client redeems the code with its redirect_uri <altered>
      Then no access token is issued

      Examples: Comparing how it begins
        | altered                            |
        | with a slash appended              |
        | with a path appended               |
        | with a query appended              |
        | with a question mark appended      |
        | with @attacker.example appended    |
        | with a step up at its end          |
        | with an encoded step up at its end |
        | with its last letter gone          |

      Examples: Comparing what it normalises to
        | altered                       |
        | in upper case                 |
        | with its host in upper case   |
        | with its path in upper case   |
        | with the default port         |
        | with a letter percent-encoded |
        | with its scheme in upper case |
        | with a dot behind its host    |
        | with its first slash doubled  |
        | with a space appended         |
        | with a space in front         |

      Examples: Comparing parts of it
        | altered                          |
        | with a fragment appended         |
        | under the other scheme           |
        | with a name in front of its host |
        | with a user name in front of its host |
        | with its host continued          |
        | with its host for a user name    |

    @property @needs-movable-clock @second-redirect-uri
    Scenario: Any sequence of codes, redemptions right and wrong, and pauses
      Then no story of codes ends in a token under another redirect_uri

  @rfc6749/4.1.3/unusual-redirect-uri @must @derived @effect @redirect-uri-with-query
  Rule: An identical redirect_uri is accepted however unusual its characters
    RFC 6749 §4.1.3

    It arrives encoded twice, once as a URI and once as a form value. Who decodes once
    too often no longer knows the URI that the client means.

    Background:
      Given a client that has registered a redirect URI with a query

    Scenario: The same text both times
      Given an authorization code sent to the redirect URI with a query
      When the client redeems the code
      Then an access token is issued

  @rfc6749/4.1.3/redirect-uri-omitted-twice @may @derived @effect @one-redirect-uri
  Rule: A redirect_uri omitted at authorization can be omitted at redemption
    RFC 6749 §4.1.1, §4.1.3; OpenID Connect Core §3.1.3.2

    Where one is registered there is nothing to choose, so nothing has to be said. Left
    out it is not a wildcard: a foreign one later is still foreign.

    Background:
      Given a client that has registered one redirect URI

    Scenario: Left out both times
      When the client leaves redirect_uri out of the flow
      Then an access token is issued, or a refusal is noted

    Scenario: A foreign one at redemption
      When the client leaves redirect_uri out at authorization and redeems under "https://attacker.example/callback"
      Then no access token is issued
