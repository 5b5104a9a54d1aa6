@authorization-server @oauth-2.1
Feature: OAuth 2.1 has no flow without PKCE
  A challenge is part of every authorization request. The one exception is for clients
  of which the server knows that they check a nonce instead.

  @oauth-2.1/4.1.1/public-client-without-challenge @must @effect @needs-public
  Rule: A public client gets no code without a challenge
    OAuth 2.1 draft §4.1.1, §4.1.2.1, §7.5.1

    Nothing but the verifier tells a public client from whoever says its name. Refused
    at once, a client that was forgotten is noticed before its first user.

    Scenario Outline: <asked>
      Given a public client registered at the authorization server
      When the client asks for a code with <asked>
      Then no authorization code is issued

      Examples: All ways to send none
        | asked                            |
        | neither challenge nor method     |
        | the method S256 and no challenge |
        | an empty challenge               |
        | an empty challenge and no method |

    Scenario: A nonce in its place
      Given a public client registered at the authorization server
      When the client asks for a code with a nonce and neither challenge nor method
      Then no authorization code is issued

  @oauth-2.1/7.5.1.1/confidential-client-without-challenge @must @effect @needs-confidential
  Rule: A confidential client gets no code without a challenge or an assured nonce
    OAuth 2.1 draft §4.1.2.1, §7.5.1.1

    A secret does not keep a stolen code from being injected into the client that knows
    it. A nonce does, if the client checks it, and the server cannot see whether it does.

    Scenario: Neither challenge nor nonce
      Given a confidential client registered at the authorization server
      When the client asks for a code without a nonce and with neither challenge nor method
      Then no authorization code is issued

    Scenario: An empty challenge and no nonce
      Given a confidential client registered at the authorization server
      When the client asks for a code without a nonce and with an empty challenge
      Then no authorization code is issued

    @no-nonce-assurance
    Scenario: A nonce in its place that nobody has promised to check
      Given a confidential client registered at the authorization server
      When the client asks for a code with a nonce and neither challenge nor method
      Then no authorization code is issued

  @oauth-2.1/4.1.3/verifier-only-with-challenge @must @effect @each-client
  Rule: A code is redeemed only when challenge and verifier were both sent
    OAuth 2.1 draft §4.1.3

    One without the other means that somebody between client and server has added or
    taken away something. A check in one direction is passed by in the other.

    Scenario: A verifier and no challenge
      Given a client registered at the authorization server
      When the client asks with neither challenge nor method and redeems the code with its verifier
      Then no access token is issued

    Scenario: A challenge and no verifier
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then no access token is issued

    @no-nonce-assurance
    Scenario: Neither of the two
      Given a client registered at the authorization server
      When the client leaves PKCE out of the flow
      Then no access token is issued

  @oauth-2.1/3.2.4/verifier-without-challenge-error @must @form
  Rule: A verifier without a challenge is answered with invalid_request
    OAuth 2.1 draft §3.2.4, §4.1.3

    The client has done nothing wrong with its code; its request was tampered with on
    the way. This code tells the two apart.

    Scenario: Whichever client can get such a code
      Given a client registered at the authorization server
      When a client that can get a code without a challenge redeems it with a verifier
      Then the refusal names invalid_request
