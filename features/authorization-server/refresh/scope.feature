@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The scope of a refresh
  What the user agreed to is settled when the code is issued. A refresh can ask for
  less of it, and for no more.

  Background:
    Given a client registered at the authorization server

  @rfc6749/6/refresh-widens-no-scope @must @effect @needs-refresh @needs-scope-config
  Rule: A refresh narrows the scope on request and never widens it
    RFC 6749 §6

    Nobody is asked when a token is refreshed. A scope that is added there was agreed
    to by nobody.

    Scenario: Another scope of the client, which was not granted
      Given a refresh token issued to the client for one scope
      When the client refreshes for all the scopes
      Then the refresh yields nothing beyond what was granted at first

    Scenario: A scope that nobody knows
      Given a refresh token issued to the client for one scope
      When the client refreshes for its scope and one that nobody knows
      Then the refresh yields nothing beyond what was granted at first

    Scenario: Less than was granted
      Given a refresh token issued to the client for several scopes
      When the client refreshes for one scope of them
      Then a token for one scope is issued

    Scenario: No scope named
      Given a refresh token issued to the client for several scopes
      When the client refreshes
      Then a token for all that was granted at first is issued

  @rfc6749/6/new-refresh-token-scope @must @effect @needs-refresh @needs-scope-config
  Rule: A new refresh token keeps the scope of the one it replaces
    RFC 6749 §6

    To ask for less once is no waiver. A client that did so would lose for good what
    its user had agreed to.

    Scenario: All is asked for after less
      Given a refresh token issued to the client for several scopes
      And the client has refreshed for one scope of them
      When the client refreshes for all the scopes
      Then a token for all that was granted at first is issued

    Scenario: No scope is named after less
      Given a refresh token issued to the client for several scopes
      And the client has refreshed for one scope of them
      When the client refreshes
      Then a token for all that was granted at first is issued
