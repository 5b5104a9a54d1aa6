@authorization-server @pkce-access-token
Feature: What the PKCE Access Token opens
  The verifier was proven when the token was issued. From then on the token stands
  alone, and the configured resource shows whether it is alive.

  Background:
    Given a client registered at the authorization server

  @pkce-access-token/resource/token-opens-resource @doc @derived @effect @needs-resource
  Rule: The access token opens the configured resource
    PKCE Access Token document, introduction; RFC 6750 §2.1

    A token that opens nothing is no token. Only a resource that also turns away a
    made-up one tells them apart.

    Scenario: A token just issued
      Given an access token issued to the client
      When the client uses the token
      Then the resource honours the token

    Scenario: A token that nobody issued
      Given an access token issued to the client
      When the client uses a made-up token
      Then the resource does not open
