@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The lifetime of an access token

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/5.1/expires-in-is-honest @should @derived @effect @needs-resource @needs-clock @known-token-lifetime @slow
  Rule: An access token works until expires_in has passed and no longer
    RFC 6749 §5.1

    A client that trusts the number forgets the token when its time is up. If it lives
    on, a copy of it does too, and nobody remembers to revoke it.

    # Stays: what it finds is noted and breaks nothing.
    Scenario: Just before its time is up
      Given the client has redeemed the code
      When the client presents the token just before its expires_in has passed
      Then the resource opens, or an early end is noted

    Scenario: After its time is up
      Given the client has redeemed the code
      When the client presents the token after its expires_in has passed
      Then the resource does not open

    Scenario: After its time is up, though it was used on the way
      Given the client has redeemed the code
      And the token was used when half its expires_in had passed
      When the client presents the token after its expires_in has passed
      Then the resource does not open

    @needs-refresh
    Scenario: After its time is up, of one that a refresh has brought
      Given a refresh token issued to the client
      And the client has refreshed with it
      When the client presents the token after its expires_in has passed
      Then the resource does not open

    @property @needs-movable-clock
    Scenario: Any sequence of codes, redemptions, refreshes, uses and pauses
      Then no story of codes ends in an access token that outlives its expires_in
