@authorization-server @pkce-access-token
Feature: The token request of the PKCE Access Token
  A public client trades its code for tokens with one form: the grant type, its
  name, the code, the verifier and, where it named one before, the redirect URI.

  Background:
    Given a public client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/request/complete-exchange @doc @effect
  Rule: A complete form request exchanges the code for an access token
    PKCE Access Token document, request description

    This is the control of every refusal in the profile. It is broken only where the
    server grants some other exchange, else nothing can be told of the server.

    Scenario: All five documented parameters
      When the client redeems the code
      Then the server grants it, or grants nothing at all

  @pkce-access-token/request/verifier-required @doc @effect
  Rule: An exchange without a verifier yields no token
    PKCE Access Token document, request parameter code_verifier

    A check that runs only when a verifier is present is no check: who stole the code
    leaves the verifier out.

    Scenario: The verifier is left out
      When the client redeems the code without code_verifier
      Then no access token is issued

    Scenario: The verifier is empty
      When the client redeems the code with an empty code_verifier
      Then no access token is issued
