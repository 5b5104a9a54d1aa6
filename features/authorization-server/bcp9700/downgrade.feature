@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: PKCE is there and cannot be taken away on the way
  A server that still serves clients without PKCE has two kinds of codes. Who turns one
  kind into the other has turned PKCE off for somebody else.

  Background:
    Given a client registered at the authorization server

  @rfc9700/2.1.1/pkce-supported @must @effect @same-as:rfc7636/4.6/matching-verifier
  Rule: PKCE is supported
    RFC 9700 §2.1.1

    A client can protect its codes only where the server plays its part. It is asked
    of every server now, whatever clients it has.

    Scenario: A code that is bound to a challenge
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the server grants it, or grants nothing at all

  @rfc9700/2.1.1/verifier-enforced-for-all @must @effect @each-client @same-as:rfc7636/4.6/mismatched-verifier
  Rule: A verifier is enforced for every type of client once a challenge was sent
    RFC 9700 §2.1.1

    A secret proves who redeems a code and says nothing of whose code it is. A server
    that checks the verifier of public clients alone lets codes be injected into all
    others.

    Scenario: A verifier that fits another challenge
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier as the verifier
      Then no access token is issued

    Scenario: No verifier at all
      Given an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then no access token is issued

  @rfc9700/4.8.2/verifier-without-challenge @must @effect @each-client
  Rule: A code without a challenge is not redeemed when a verifier is sent
    RFC 9700 §2.1.1, §4.8.2

    A client that sends a verifier has sent a challenge. If the code knows of none,
    somebody took it out on the way, and only here can that still be noticed.

    Scenario Outline: No challenge went ahead, the code redeemed <presented>
      When the client asks with neither challenge nor method and redeems the code <presented>
      Then no access token is issued

      Examples: Well-formed verifiers, which nothing can be held against
        | presented             |
        | with its verifier     |
        | with another verifier |

  @rfc9700/4.8.1/stripped-challenge-attack @must @derived @effect @same-as:rfc9700/4.8.2/verifier-without-challenge @needs-two-flows
  Rule: A code whose challenge an attacker stripped yields no token
    RFC 9700 §4.8.1

    The attacker lets the victim's browser ask without the challenge and has the code
    delivered into a flow of the victim's client. That client does all that it can: it
    sends the verifier of its own flow.

    Scenario: The victim's client redeems the attacker's code in its own flow
      Given an authorization code bound to a code challenge
      When the client is handed a code without a challenge and redeems it in its own flow
      Then no access token is issued
