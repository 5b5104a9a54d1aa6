@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: What scripts of other origins can reach
  A browser lets a script read the answers of another origin only where that origin says
  so. Which endpoints a script calls, and to which a user is sent, are two lists.

  Background:
    Given a client registered at the authorization server

  @rfc9700/2.6/cors-at-authorization-endpoint @must @form
  Rule: The authorization endpoint sends no CORS headers
    RFC 9700 §2.6

    The user is sent there, no script has any business with it. One that could read the
    answer would read the code of whoever is signed in.

    Scenario: The question of a browser on behalf of a script
      When a browser asks for a script of another origin to be let in at the authorization endpoint
      Then no endpoint has let the script in

    Scenario: The request itself, sent from another origin
      When a script of another origin asks for authorization
      Then no endpoint has let the script in

  @rfc9700/2.6/cors-at-token-endpoint @may @form @browser-client
  Rule: The token and metadata endpoints answer the CORS requests of browsers
    RFC 9700 §2.6

    A client that runs in the browser redeems its code by a script. The server has to
    let it read the answer, yet never together with the cookies of whoever is signed in.

    Scenario: The question of a browser before a token request
      When a browser asks for a script of the client to be let in at the token endpoint
      Then the script is let in, without cookies

    Scenario: The token request itself
      Given an authorization code bound to a code challenge
      When a script of the client redeems the code
      Then the script is let in, without cookies

    @needs-metadata
    Scenario: The metadata
      When a script of the client reads the metadata of the server
      Then the script is let in, without cookies
