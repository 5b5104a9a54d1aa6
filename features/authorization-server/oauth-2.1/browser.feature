@authorization-server @oauth-2.1
Feature: The authorization endpoint of OAuth 2.1 is for users
  A browser is sent there. Nothing that runs in a browser has any other business with it.

  @oauth-2.1/3.1/authorization-endpoint-without-cors @must @form @same-as:rfc9700/2.6/cors-at-authorization-endpoint
  Rule: The authorization endpoint offers no cross-origin access
    OAuth 2.1 draft §3.1

    Whoever is signed in there is signed in for every page that could ask in their name
    and read what comes back.

    Scenario: The question of a browser on behalf of a script
      Given a client registered at the authorization server
      When a browser asks for a script of another origin to be let in at the authorization endpoint
      Then no endpoint has let the script in

    Scenario: The request itself, sent from another origin
      Given a client registered at the authorization server
      When a script of another origin asks for authorization
      Then no endpoint has let the script in
