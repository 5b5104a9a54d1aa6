@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: What may come back through the browser, and where to
  Whatever is sent through a browser is seen by more than the client: by the page that
  it lands on, by whoever listens on the way, by the history.

  Background:
    Given a client registered at the authorization server

  @rfc9700/2.1/exact-redirect-uri-matching @must @effect @same-as:rfc6749/3.1.2.3/registered-redirect-uri-exact
  Rule: Redirect URIs are matched exactly, apart from the port on loopback
    RFC 9700 §2.1, §4.1.3

    A pattern matches more than its author thought of. One page among the matches that
    passes its query on is enough to lose the code.

    Scenario: Another host behind the same name
      When the client asks for authorization with its redirect_uri with a name in front of its host
      Then nothing is sent to an address that is not registered

    Scenario: Another path below the same
      When the client asks for authorization with its redirect_uri with a path appended
      Then nothing is sent to an address that is not registered

  @rfc9700/2.6/http-redirect-uri @must @effect @http-redirect-uri
  Rule: An http redirect URI is refused unless it is a loopback address
    RFC 9700 §2.6

    Whoever shares the network reads the code in the clear and can keep it from the
    client. Only on the way to the same machine is there no network.

    Scenario: An http redirect URI that the target file gives a client
      When a client asks for its code to be sent to an http redirect URI off loopback
      Then no authorization code is issued

  @rfc9700/2.1.2/implicit-response @should @derived @effect
  Rule: The authorization endpoint issues no access token
    RFC 9700 §2.1.2

    A token in a redirect is bound to nobody and stays in the history of the browser.
    With a code nothing is lost until the client itself redeems it.

    Scenario Outline: The response type "<response type>"
      When the client asks for authorization with the response_type "<response type>"
      Then no access token comes with the redirect

      Examples: The implicit grant, and the hybrids that hold it
        | response type       |
        | token               |
        | code token          |
        | token code          |
        | id_token token      |
        | code id_token token |

    Scenario Outline: The response type token, its answer by way of <mode>
      When the client asks for authorization with the response_type "token" and the response_mode "<mode>"
      Then no access token comes with the redirect

      Examples: Where the answer can stand other than in the fragment
        | mode      |
        | query     |
        | form_post |
