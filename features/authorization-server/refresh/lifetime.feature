@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: A refresh token grows old
  A refresh token that nobody has used for weeks has no client that misses it. Judged is
  one that was never used: what a use does to its lifetime, and how much of it is left
  to the one which takes its place, is the server's choice. That the new one has an end
  as well is not.

  Background:
    Given a client registered at the authorization server

  @rfc6749/6/expired-refresh-token @must @derived @effect @needs-refresh @needs-clock @needs-refresh-lifetime
  Rule: A refresh token is refused once its lifetime is over
    RFC 6749 §6, §5.2; RFC 9700 §4.14.2

    A forgotten device, an old backup: whoever finds a refresh token there has the user's
    consent for as long as the server takes it.

    @slow
    Scenario: Just inside its lifetime
      Given a refresh token issued to the client
      When the client refreshes just inside the lifetime of the refresh token
      Then the refresh is granted, or the answer came too late to tell

    @slow
    Scenario: Just past its lifetime
      Given a refresh token issued to the client
      When the client refreshes just past the lifetime of the refresh token
      Then the refresh is refused

    @slow
    Scenario: The one that took its place, just past its own lifetime
      Given a refresh token issued to the client
      And the client has been given a new refresh token for it
      When the client refreshes with the new one just past its lifetime
      Then the refresh is refused

    @property @slow @needs-movable-clock
    Scenario: Any sequence of codes, redemptions, refreshes and pauses
      Then no story of codes ends in tokens for a refresh token that has expired
