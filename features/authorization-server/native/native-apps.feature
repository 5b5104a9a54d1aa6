@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What a native app can prove
  Every copy of an app is the same, and anybody can read one. What its flow rests on is
  the verifier, which each copy makes anew.

  @rfc8252/8.1/pkce-for-native-clients @must @effect @needs-native @needs-public @same-as:rfc7636/4.6/matching-verifier
  Rule: A native public client redeems its code with PKCE
    RFC 8252 §6, §8.1

    On a phone another app can claim the same address and receive the code. It has the
    code then, and nothing to redeem it with.

    Scenario: Its own code with its own verifier
      Given a native client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then the server grants it, or grants nothing at all

  @rfc8252/8.1/native-request-without-pkce @should @effect @needs-native @needs-public
  Rule: A native client gets no code without a challenge
    RFC 8252 §8.1

    The app that steals codes would begin its own flow without PKCE, and an app that
    was forgotten would never notice. Refused at once, both are found out.

    Scenario: Neither challenge nor method
      Given a native client registered at the authorization server
      When the client asks for a code with neither challenge nor method
      Then no authorization code is issued

    Scenario Outline: <asked>
      Given a native client registered at the authorization server
      When the client asks for a code with <asked>
      Then no authorization code is issued

      Examples: Half a request
        | asked                            |
        | the method S256 and no challenge |
        | an empty challenge               |
        | an empty challenge and no method |

  @rfc8252/8.5/shipped-secret-proves-nothing @must @derived @effect @needs-native @native-secret
  Rule: A secret shipped in an app does not replace the verifier
    RFC 8252 §8.5

    A secret that is in every copy is in the hands of everybody. To take it for a proof
    is to let any app redeem any code.

    Scenario: The right secret with another verifier
      Given a native client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code with another verifier as the verifier
      Then no access token is issued

    Scenario: The right secret and no verifier
      Given a native client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then no access token is issued

  @rfc8252/7.1/private-use-scheme @must @effect @needs-native @private-use-scheme
  Rule: A redirect_uri with a private-use scheme is accepted
    RFC 8252 §7, §7.1

    Some systems give an app no other way to be called back. The URI has no host and a
    single slash; a server that rewrites it calls nobody.

    Scenario: As it is registered
      Given a native client registered at the authorization server
      When the client walks the flow with its private-use redirect_uri
      Then the code comes to that address and yields an access token

  @rfc8252/8.4/private-use-compared-whole @must @effect @needs-native @private-use-scheme
  Rule: A redirect_uri with a private-use scheme is refused when anything differs
    RFC 8252 §8.4; RFC 6749 §3.1.2.3

    Who compares the scheme alone takes every address of the app for the one that was
    registered, and an app can have pages that pass on what they are given.

    Scenario Outline: The same <altered>
      Given a native client registered at the authorization server
      When the client asks for its code at its private-use redirect_uri <altered>
      Then nothing is sent to an address that is not registered

      Examples: Comparing the scheme, in any case, or how it begins
        | altered                       |
        | with another path             |
        | with its path continued       |
        | with a query appended         |
        | with its scheme in upper case |
