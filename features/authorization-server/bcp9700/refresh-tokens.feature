@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: Refresh tokens of clients that can keep no secret
  A refresh token lives for weeks. Whoever copies one from a public client has all that
  the client has, unless each use leaves a trace.

  @rfc9700/2.2.2/rotated-or-bound-refresh-token @must @effect @needs-refresh @needs-public
  Rule: A refresh token of a public client is rotated or sender-constrained
    RFC 9700 §2.2.2, §4.14.2

    Neither a secret nor a key is asked for here. What is left is that a copy is good
    once, and that its second use is noticed.

    @no-refresh-grace
    Scenario: The same refresh token a second time
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has refreshed with it
      When the client refreshes
      Then the refresh is refused

    @no-refresh-grace
    Scenario: The first of three
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token twice
      When the client refreshes with the first of them
      Then the refresh is refused

    @slow
    Scenario: The same refresh token when its grace is over
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has refreshed with it
      When the client refreshes when the grace of the old token is over
      Then the refresh is refused

    @property @needs-movable-clock @no-refresh-grace
    Scenario: Any sequence of codes, redemptions, refreshes and pauses
      Given a public client registered at the authorization server
      Then no story of codes ends in tokens for a refresh token that was replaced

  @rfc9700/4.14.2/rotated-refresh-token-replay @must @derived @effect @needs-refresh @needs-public
  Rule: The replay of a rotated refresh token revokes the active one
    RFC 9700 §4.14.2

    Two have had the token. If the thief came first, it is the thief who holds the new
    one, and the client's attempt is the only sign of it.

    @no-refresh-grace
    Scenario: The new one, after the old one came again
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token for it
      And the old refresh token has been presented again
      When the client refreshes
      Then the refresh is refused

    @slow
    Scenario: The new one, after the old one came again when its grace was over
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token for it
      And the old refresh token has been presented again when its grace was over
      When the client refreshes
      Then the refresh is refused

    @no-refresh-grace
    Scenario: The newest one, after the first of three came again
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token twice
      And the old refresh token has been presented again
      When the client refreshes
      Then the refresh is refused

    @property @needs-movable-clock @no-refresh-grace
    Scenario: Any sequence of codes, redemptions, refreshes and pauses
      Given a public client registered at the authorization server
      Then no story of codes ends in a refresh token that outlives the reuse of another

  @rfc9700/4.14.2/refresh-token-consent-bound @must @effect @needs-refresh @needs-scope-config @same-as:rfc6749/6/refresh-widens-no-scope
  Rule: A refresh token stays bound to the scope and resource of the consent
    RFC 9700 §2.2.2, §4.14.2

    The user has agreed once, to what was shown then. Weeks later nobody is there who
    could agree to more.

    Scenario: Another scope of the client, which was not granted
      Given a client registered at the authorization server
      And a refresh token issued to the client for one scope
      When the client refreshes for all the scopes
      Then the refresh yields nothing beyond what was granted at first
