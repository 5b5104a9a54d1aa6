@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The binding of challenge and code
  A challenge belongs to the one code that was issued for it, from then on and to
  nobody's sight. Later requests neither replace it nor bring one of their own.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.4/verifier-of-another-code @must @effect @each-client @needs-two-flows
  Rule: A code is not redeemed with the verifier of another code
    RFC 7636 §4.4

    A challenge that is kept for the client or the session instead of the code lets
    whoever has a flow of his own redeem what he stole from another.

    Scenario: The newer code with the verifier of the older
      Given an authorization code bound to a code challenge
      And a second authorization code bound to a challenge of its own
      When the client redeems the second code with the verifier of the first
      Then no access token is issued

    @needs-concurrent-codes
    Scenario: The older code with the verifier of the newer
      Given an authorization code bound to a code challenge
      And a second authorization code bound to a challenge of its own
      When the client redeems the code with the verifier of the second
      Then no access token is issued

    @needs-two-clients @needs-concurrent-codes
    Scenario: The code with the verifier of another client
      Given an authorization code bound to a code challenge
      And an authorization code of another client, bound to a challenge of its own
      When the client redeems the code with the verifier of the second
      Then no access token is issued

    @property
    Scenario: Several flows at once, redeemed in any order with any of their verifiers
      Then a code is redeemed with its own verifier and with no other

  @rfc7636/4.4/challenge-survives-later-authorization @must @derived @effect @each-client @needs-two-flows
  Rule: A later authorization leaves the challenge of an earlier code alone
    RFC 7636 §4.4

    Two windows are open at once, and both come back. A server may drop the older code
    altogether; one that gives it the newer challenge has mixed up the two.

    Scenario: The older code with its own verifier
      Given an authorization code bound to a code challenge
      And a second authorization code bound to a challenge of its own
      When the client redeems the code
      Then an access token is issued, or the older code is dead to either verifier

  @rfc7636/4.5/challenge-in-token-request @must @effect @each-client
  Rule: A code_challenge in the token request has no effect
    RFC 7636 §4.5, §6.1

    The challenge was fixed when the code was issued. Whoever can send it along with
    the verifier needs no verifier of anybody else.

    Scenario: Another verifier with a challenge to match
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier and the challenge to match
      Then no access token is issued

    Scenario: The right verifier beside a challenge that fits nothing
      Given an authorization code bound to a code challenge
      When the client redeems the code with a made-up code_challenge
      Then an access token is issued

  @rfc7636/4.5/method-in-token-request @must @effect @each-client
  Rule: A method in the token request does not replace the one bound to the code
    RFC 7636 §4.5

    Whoever saw the authorization request knows the challenge. If the token request can
    say plain, that is all he needs.

    Scenario: The challenge for its own verifier, with the method plain
      Given an authorization code bound to a code challenge
      When the client redeems the code with its challenge as the verifier and the method "plain"
      Then no access token is issued

    Scenario: The same with the challenge sent along
      Given an authorization code bound to a code challenge
      When the client redeems the code with its challenge as the verifier, the method "plain" and the challenge
      Then no access token is issued

    @needs-plain
    Scenario: What was hashed for a plain challenge, with the method S256
      Given an authorization code bound to the hash of its verifier as a plain challenge
      When the client redeems the code with the code_challenge_method "S256"
      Then no access token is issued

  @rfc7636/4.4/challenge-readable-from-code @must @form @each-client
  Rule: A code does not let third parties read its challenge
    RFC 7636 §4.4, §7.2

    A code passes through the user agent, its history and its logs. Under plain the
    challenge is the verifier, and a code that carries both protects nothing.

    Scenario: An S256 challenge
      Given an authorization code bound to a code challenge
      Then neither verifier nor challenge can be read from the code

    @needs-plain
    Scenario: A plain challenge
      Given an authorization code bound to a plain challenge
      Then neither verifier nor challenge can be read from the code

  @rfc7636/4.4/pkce-parameters-in-redirect @must @derived @form @each-client
  Rule: The redirect back to the client carries no challenge, method or verifier
    RFC 7636 §4.4

    The client knows what it sent. An echo tells it to whoever reads the redirect, the
    very party that PKCE is there for.

    Scenario: The redirect with the code
      When the client asks for authorization
      Then the redirect carries no PKCE parameter

    Scenario: The redirect with an error
      When the client asks for authorization with the response_type "unheard-of"
      Then the redirect carries no PKCE parameter

    @needs-plain
    Scenario: The redirect with the code of a plain challenge
      When the client asks for authorization with a plain challenge
      Then the redirect carries no PKCE parameter

  @rfc6749/4.1.3/right-verifier-wrong-client @must @derived @effect @each-client @needs-two-clients @same-as:rfc6749/4.1.3/code-client-binding
  Rule: A code is refused to another client even with the right verifier
    RFC 7636 §4.4; RFC 6749 §4.1.3

    The verifier shows that the flow is the same. It does not show that the client is,
    and the user agreed to one of them alone.

    Scenario: Another client with code, verifier and redirect URI
      Given an authorization code bound to a code challenge
      When another client redeems the code
      Then no access token is issued
