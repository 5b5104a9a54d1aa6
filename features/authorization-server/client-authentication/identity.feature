@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The name of the client
  Codes, limits and revocations all hang on the client_id. A request names exactly one
  client, one that is registered and, where it authenticates, the one that it is.

  @rfc6749/5.2/unknown-client @must @form
  Rule: An unknown client is answered with invalid_client
    RFC 6749 §5.2

    The code tells a client that its registration is gone: then neither another code
    nor another user helps.

    Scenario: A client_id that nobody registered
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the code is redeemed under a name that nobody registered
      Then the refusal names an error of an unknown client

  @rfc6749/3.2.1/public-client-unnamed @must @effect @needs-public
  Rule: A public client that does not name itself gets no token
    RFC 6749 §3.2.1, §4.1.3

    A server that takes the name from the code redeems it for whoever holds it, also
    for a client that was handed the wrong code.

    Scenario: No client_id and no credentials
      Given a public client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without client_id
      Then no access token is issued

  @rfc6749/3.2.1/conflicting-client-ids @must @derived @effect @needs-confidential @basic-client @needs-two-clients
  Rule: A request whose Basic identity and client_id disagree is refused
    RFC 6749 §3.2.1, §5.2

    Where the header is checked and the body is believed, any client with a password
    redeems the codes of every other.

    Scenario: The client's own code
      Given a confidential client that uses HTTP Basic
      And an authorization code bound to a code challenge
      When the client authenticates by Basic and redeems the code as another client
      Then no access token is issued

    Scenario: A code of the client that the body names
      Given a confidential client that uses HTTP Basic
      And an authorization code issued to another client
      When the client authenticates by Basic and redeems the code as another client
      Then no access token is issued

    @needs-par
    Scenario: A pushed request of the client that the body names
      Given a confidential client that uses HTTP Basic
      When the client authenticates by Basic and pushes a request of another client, which goes on
      Then no authorization code is issued

    @needs-refresh
    Scenario: A refresh token of the client that the body names
      Given a confidential client that uses HTTP Basic
      And a refresh token issued to another client
      When the client authenticates by Basic and refreshes as another client
      Then the refresh is refused
