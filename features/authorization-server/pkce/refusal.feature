@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The refusal of a PKCE request
  A request whose PKCE parameters cannot be used is refused to the client, which alone
  can do something about it, and in words that its library knows.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.4.1/pkce-error-by-redirect @should @derived @form
  Rule: A PKCE refusal is redirected to the validated redirect_uri with its state
    RFC 7636 §4.4.1; RFC 6749 §4.1.2.1

    A page tells the user, who can do nothing. The client waits for an answer and for
    the state that shows whose answer it is.

    Scenario Outline: The method <method>
      When the client asks for authorization with the method <method>
      Then the refusal goes back to the client with its state

      Examples: An unknown name, and a known one in the wrong case
        | method |
        | S512   |
        | s256   |

    @needs-no-plain
    Scenario: A method that is not offered
      When the client asks for authorization with a plain challenge
      Then the refusal goes back to the client with its state

    @needs-require-pkce
    Scenario: A challenge that is missing
      When the client asks for authorization without code_challenge
      Then the refusal goes back to the client with its state

    Scenario: An unknown method and a redirect_uri that is not registered
      When the client asks for authorization with the method S512 and an unregistered redirect_uri
      Then nothing is sent to that redirect_uri

  @rfc7636/4.4.1/refusal-is-invalid-request @must @form
  Rule: A PKCE refusal by redirect carries invalid_request
    RFC 7636 §4.4.1

    The code says who is at fault. With access_denied a client believes that the user
    said no, with server_error it tries again for ever.

    Scenario Outline: The method <method>
      When the client asks for authorization with the method <method>
      Then the redirect says invalid_request

      Examples: An unknown name, and a known one in the wrong case
        | method |
        | S512   |
        | none   |
        | s256   |

    @needs-no-plain
    Scenario: A method that is not offered
      When the client asks for authorization with a plain challenge
      Then the redirect says invalid_request

    @needs-require-pkce
    Scenario: A challenge that is missing
      When the client asks for authorization without code_challenge
      Then the redirect says invalid_request
