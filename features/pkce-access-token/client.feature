@authorization-server @pkce-access-token
Feature: Who redeems the code
  The documented request carries no credentials. It names a client, and the verifier
  shows that it comes from where the authorization request came from.

  Background:
    Given a public client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/request/same-client-id @doc @effect @needs-public
  Rule: An exchange under another client_id than at authorization is refused
    PKCE Access Token document, request parameter client_id

    The user agreed to one client. Whoever else holds the code, and even the verifier,
    was not meant.

    Scenario: No client is named
      When the client redeems the code without client_id
      Then no access token is issued

    Scenario: The client is one that nobody registered
      When the client redeems the code with a made-up client_id
      Then no access token is issued

    @needs-two-clients
    Scenario: Another registered client names itself
      When another client redeems the code
      Then no access token is issued

  @pkce-access-token/request/without-authorization-header @doc @effect @needs-public
  Rule: An exchange succeeds without an Authorization header or a secret
    PKCE Access Token document, note below the request headers

    A public client has nothing to put there. The rule is broken where the very
    request is granted once some Authorization header is added.

    Scenario: Neither header nor secret
      When the client redeems the code
      Then an access token is issued, and no Authorization header is asked for

  @pkce-access-token/request/needless-authorization-header @may @derived @effect @needs-public
  Rule: A needless Authorization header neither helps nor breaks the exchange
    PKCE Access Token document, note below the request headers; RFC 6749 §5.2

    A refusal of the stray header is lawful and worth knowing. A header that stands in
    for the verifier is not: whoever holds any token could then redeem any code.

    Scenario: A complete request with a token that nobody issued
      When the client redeems the code and adds the header "Authorization: Bearer made-up-and-needless"
      Then an access token is issued, or a refusal is noted

    Scenario: A wrong verifier beside a live access token
      Given an access token issued to the client for another code
      When the client redeems the code with another verifier and its access token as Bearer
      Then the header has not helped

    Scenario: No verifier beside a live access token
      Given an access token issued to the client for another code
      When the client redeems the code without a verifier and with its access token as Bearer
      Then the header has not helped

  @pkce-access-token/error/unknown-client-id @doc @form @needs-public
  Rule: An unknown client_id is answered in the form of an OAuth error
    PKCE Access Token document, response example for a client that is not found

    The document shows invalid_grant, RFC 6749 §5.2 names invalid_client: either is
    lawful here. Clients branch on status and code, never on the description.

    Scenario: A client_id that nobody registered
      When the client redeems the code with a made-up client_id
      Then the refusal is one that the target lists for an unknown client
