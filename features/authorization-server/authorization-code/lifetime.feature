@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: A code grows old
  Seconds lie between the code and its redemption. Whatever the lifetime leaves over is
  time for somebody else. The exact instant of its end is never judged.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/4.1.2/expired-code @must @effect @needs-clock @needs-code-lifetime
  Rule: A code is refused once its lifetime is over
    RFC 6749 §4.1.2

    A code lingers in logs and browser histories. Its short life is what makes that
    harmless, if the server ever looks at its age.

    @slow
    Scenario: Just inside its lifetime
      When the client redeems the code just inside its lifetime
      Then an access token is issued, or the answer came too late to tell

    @slow
    Scenario: Just past its lifetime
      When the client redeems the code just past its lifetime
      Then no access token is issued

    @slow
    Scenario: Just past its lifetime, with a wrong verifier on the way
      Given a wrong verifier was shown for the code when half its lifetime was over
      When the client redeems the code just past its lifetime
      Then no access token is issued

    @property @slow @needs-movable-clock
    Scenario: At any age
      Then a code is redeemed up to its lifetime and never after

    @property @slow @needs-movable-clock
    Scenario: Any sequence of codes, redemptions right and wrong, and pauses
      Then no story of codes ends in a token for a code that has expired

  @rfc6749/4.1.2/code-lifetime-ten-minutes @should @effect @needs-clock
  Rule: A code lives for ten minutes at most
    RFC 6749 §4.1.2

    No redirect takes ten minutes. A code that is good for an hour is a bearer credential
    in the logs of that hour.

    @slow
    Scenario: Redeemed just after ten minutes
      When the client redeems a code of ten minutes, or of a lifetime that is over sooner
      Then no access token is issued
