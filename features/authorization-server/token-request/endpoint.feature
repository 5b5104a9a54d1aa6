@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: Where token requests go

  @rfc6749/3.2/token-endpoint-without-fragment @must @form @needs-metadata
  Rule: The token endpoint URI has no fragment and keeps its own query
    RFC 6749 §3.2

    A fragment never leaves the client, so part of the address would be lost; a query
    of the address is often the name of a tenant, and a code belongs to one.

    Scenario: The token endpoint that metadata names
      Given a client registered at the authorization server
      When the client reads where the token endpoint is
      Then the URI has no fragment

    # Stays: the mock has no query there; it speaks of servers that have one.
    Scenario: A token request to an address with a query
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then an access token is issued, if the URI of the token endpoint has a query
