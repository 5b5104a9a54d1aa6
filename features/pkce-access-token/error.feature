@authorization-server @pkce-access-token
Feature: The errors of the PKCE Access Token
  The document shows one error and with it the shape of all: a JSON object with an
  error code, under status 400.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/error/documented-error-shape @doc @form
  Rule: An error is JSON with status 400 and an OAuth error code
    PKCE Access Token document, response example of an error; RFC 6749 §5.2

    A client tells a dead code from a broken server by these three. The wording of a
    description is nobody's business.

    Scenario: A request without a code
      When the client redeems the code without code
      Then the refusal is an OAuth error

    Scenario: A code that nobody was given
      When the client redeems the code with a made-up code
      Then the refusal is an OAuth error

    Scenario: A request without a verifier
      When the client redeems the code without code_verifier
      Then the refusal is an OAuth error

    Scenario: A wrong verifier
      When the client redeems the code with another verifier as the verifier
      Then the refusal is an OAuth error

    Scenario: A grant type that no server knows
      When the client redeems the code with the grant_type "urn:example:grant-type:unknown"
      Then the refusal is an OAuth error

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal is an OAuth error

  @pkce-access-token/error/redirect-uri-mismatch @doc @derived @form
  Rule: A redirect_uri mismatch is answered with invalid_grant
    PKCE Access Token document, request parameter redirect_uri; RFC 6749 §5.2

    RFC 6749 names the case and its code. A code of the server's own is taken for an
    outage by a client that was written to the RFC.

    Scenario: An address of somebody else
      When the client redeems the code with the redirect_uri "https://attacker.example/callback"
      Then the refusal says invalid_grant
