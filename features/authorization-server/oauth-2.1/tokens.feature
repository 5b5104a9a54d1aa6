@authorization-server @oauth-2.1
Feature: What OAuth 2.1 asks of tokens on their way
  It keeps what protects a token today and lets go of what protected it in the caches of
  another time.

  @oauth-2.1/3.2.3/no-store-without-pragma @must @form @each-client @same-as:rfc6749/5.1/cache-control-no-store
  Rule: A token response carries no-store and needs no Pragma
    OAuth 2.1 draft §3.2.3

    no-store says all there is to say. The older header beside it is not missed.

    Scenario: A code is redeemed
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then the response is stored by no cache

  @oauth-2.1/4.3.1/one-time-or-constrained-refresh @must @effect @needs-refresh @needs-public @same-as:rfc9700/2.2.2/rotated-or-bound-refresh-token
  Rule: A refresh token of a public client is one-time or sender-constrained
    OAuth 2.1 draft §4.3.1

    A copy that is good for ever is as good as the original. One that is good once gives
    itself away.

    @no-refresh-grace
    Scenario: The same refresh token a second time
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has refreshed with it
      When the client refreshes
      Then the refresh is refused

    @slow
    Scenario: The same refresh token when its grace is over
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has refreshed with it
      When the client refreshes when the grace of the old token is over
      Then the refresh is refused

  @oauth-2.1/5.1/query-token-ignored @must @effect @needs-resource
  Rule: An access token in the query string is ignored
    OAuth 2.1 draft §5.1

    Addresses stand in logs, in histories and in the Referer of the next request. OAuth
    2.1 no longer leaves it to the resource whether to take tokens from there.

    Scenario: A token in the query, and nowhere else
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      When the client presents the token in the query alone
      Then the resource does not open
