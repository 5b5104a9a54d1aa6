@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The refusal of a refresh
  Whether a refresh is refused is one thing, and what the client learns of it another.

  Background:
    Given a client registered at the authorization server
    And a refresh token issued to the client

  @rfc6749/5.2/dead-refresh-token-is-invalid-grant @must @form @needs-refresh
  Rule: An unknown, foreign, revoked, used or expired refresh token is invalid_grant
    RFC 6749 §5.2

    A client that reads invalid_grant forgets the refresh token and has its user log in;
    after any other error it keeps the dead one and tries it again and again.

    Scenario: A refresh token that nobody issued
      When the client refreshes by presenting a made-up refresh token
      Then the refresh is refused with invalid_grant

    @needs-two-clients
    Scenario: A refresh token of another client
      When another client presents the refresh token
      Then the refresh of the other client is refused with invalid_grant

    Scenario: A refresh token that was revoked
      Given the client has revoked the refresh token
      When the client refreshes
      Then the refresh is refused with invalid_grant

    @no-refresh-grace
    Scenario: A refresh token that was replaced
      Given the client has refreshed with it
      When the client refreshes
      Then the refresh is refused with invalid_grant

    @slow @needs-refresh-lifetime
    Scenario: A refresh token that has expired
      When the client refreshes just past the lifetime of the refresh token
      Then the refresh is refused with invalid_grant
