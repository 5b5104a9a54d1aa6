@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: The pages on which the user signs in and agrees
  The user trusts what is shown under the server's address. What is shown there must not
  be dressed up by others, and what is typed there goes no further.

  Background:
    Given a client registered at the authorization server
    And the user has been asked for consent

  @rfc9700/4.12/redirect-status-not-307 @must @form
  Rule: A redirect that follows credentials never has status 307
    RFC 9700 §4.12

    With 307 and 308 the browser sends the same form on to the client, password and
    all. 303 says in so many words that the next request is a GET.

    Scenario: The form is sent as the user would send it
      When the user agrees
      Then the form is not sent on to the client

  @rfc9700/4.16/login-page-framing @must @derived @form
  Rule: A login or consent page forbids being framed
    RFC 9700 §4.16

    In an invisible frame the user clicks on what lies on top and agrees to what lies
    below. Only the server can tell the browser not to play along.

    Scenario: The page that is shown
      When the user looks at the page
      Then the page forbids being framed
