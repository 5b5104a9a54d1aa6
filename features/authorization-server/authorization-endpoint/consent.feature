@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The consent of the resource owner
  A user who is signed in can be made to send any form by any page that they visit. Only
  a value that such a page cannot know tells the user's click from the page's.

  Background:
    Given a client registered at the authorization server
    And the user has been asked for consent

  @rfc6749/10.12/consent-form-csrf @must @effect
  Rule: A consent form sent without its anti-CSRF value is refused
    RFC 6749 §10.12, §10.2

    The attacker's page sends the form for a client of the attacker's. Nothing is shown,
    the user agrees to nothing, and a code comes all the same.

    Scenario Outline: Sent <how>
      When another site sends the consent form <how>
      Then the consent is not taken

      Examples: All that another site can do
        | how                                  |
        | without what only the form tells     |
        | with what only the form tells altered |
