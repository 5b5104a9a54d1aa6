@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The code flow with PKCE
  The client sends a challenge ahead, keeps the verifier to itself, and shows it when
  it redeems the code. These rules say that the round trip works, and where it has to
  work without a verifier.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.6/matching-verifier @must @effect @each-client
  Rule: A verifier that matches the challenge redeems the code for tokens
    RFC 7636 §4.6

    This is the control of every refusal. It is broken only where the server grants
    some other exchange, one without PKCE for instance; a server that grants nothing
    at all cannot be judged.

    Scenario: A fresh verifier under S256
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the server grants it, or grants nothing at all

    @property
    Scenario: Any verifier under any method that the server offers
      Then every verifier redeems its code, under every method that the server offers

  @rfc7636/app.b/published-s256-example @must @effect @each-client
  Rule: The S256 example published in Appendix B verifies end to end
    RFC 7636 Appendix B, §4.6

    Its values were computed by others: both sides of a server that shares one wrong
    encoding with its own client agree with each other, and not with these. A server
    that turns down a challenge it has seen before is noted.

    Scenario: The verifier and the challenge as printed
      When the client presents the verifier "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" for the challenge "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
      Then an access token is issued, or the challenge is turned down in advance

  @rfc7636/4.2/s256-supported @must @effect @each-client
  Rule: S256 is supported wherever PKCE is supported
    RFC 7636 §4.2, §7.2

    It is the one method that every server has, so that a client need not ask. A
    server with plain alone leaves the verifier in the hands of whoever reads the
    authorization request.

    Scenario: A challenge under S256
      When the client asks for authorization
      Then an authorization code is issued, or nothing is granted at all

  @rfc7636/4.6/plain-compared-literally @may @effect @each-client @needs-plain
  Rule: A plain challenge is compared with the verifier as it stands
    RFC 7636 §4.2, §4.6

    Under plain there is nothing to compute. A server that hashes all the same turns
    away every client that relies on it.

    Scenario: The verifier that was the challenge
      Given an authorization code bound to a plain challenge
      When the client redeems the code
      Then an access token is issued

  @rfc7636/4.3/omitted-method-is-plain @must @effect @each-client @needs-plain @not-in-oauth-2.1
  Rule: A challenge sent without a method is never taken for an S256 one
    RFC 7636 §4.3

    Without a method the challenge is a plain one. A server that guesses S256 makes
    clients believe that they need not name it, until they meet one that does not.

    Scenario: A hash without a method, redeemed with what was hashed
      When the client asks with an S256 challenge and no method and redeems the code with its verifier
      Then no access token is issued

  @rfc7636/4.3/omitted-method-taken-as-plain @should @derived @effect @each-client @needs-plain @not-in-oauth-2.1
  Rule: A challenge sent without a method is redeemed as a plain one
    RFC 7636 §4.3

    The default is there to be used. A server that has plain and wants it named is
    stricter than its clients expect, and harms nobody else.

    Scenario: The verifier itself, without a method
      When the client presents the verifier for a plain challenge without a method
      Then an access token is issued

  @rfc7636/4.3/omitted-method-without-plain @must @derived @effect @each-client @needs-no-plain
  Rule: A challenge without a method gets no code where plain is not offered
    RFC 7636 §4.3, §4.4.1

    Left out, the method is plain. A check that looks at the method only where one was
    sent is passed by by saying nothing.

    Scenario: A hash without a method
      When the client asks for authorization without code_challenge_method
      Then no authorization code is issued

    Scenario: The verifier itself without a method
      When the client asks for authorization with its verifier as the challenge and no method
      Then no authorization code is issued

  @rfc7636/4.4.1/required-challenge-missing @must @effect @needs-public @needs-require-pkce
  Rule: A request without a challenge gets no code where PKCE is required
    RFC 7636 §4.4.1; RFC 9700 §2.1.1

    Whoever injects a stolen code begins a flow without PKCE. A requirement that is
    looked at only when the code is redeemed comes too late to tell the two apart.

    Background:
      Given a public client registered at the authorization server

    Scenario: Neither challenge nor method
      When the client asks for a code with neither challenge nor method
      Then no authorization code is issued

    Scenario: A method and no challenge
      When the client asks for authorization without code_challenge
      Then no authorization code is issued

    Scenario: A challenge that is empty
      When the client asks for authorization with an empty code_challenge
      Then no authorization code is issued

  @rfc7636/4.4.1/refusal-explains-itself @should @form
  Rule: A PKCE refusal carries an error_description or an error_uri
    RFC 7636 §4.4.1

    The error code is the same for every malformed request. Only the words tell the
    developer that it was the challenge, or its method.

    Scenario: A method that no server knows
      When the client asks for authorization with the code_challenge_method "S512"
      Then the redirect explains the refusal

    @needs-require-pkce
    Scenario: No challenge where one is required
      When the client asks for a code with neither challenge nor method
      Then the redirect explains the refusal

  @rfc7636/5/flow-without-pkce @may @effect @each-client @not-in-oauth-2.1
  Rule: The code flow without PKCE works unchanged where it is still allowed
    RFC 7636 §5

    A server that has learnt PKCE serves the clients that have not, or turns them away
    at once. A code that nobody can redeem helps neither side.

    Scenario: Neither challenge nor verifier
      When the client leaves PKCE out of the flow
      Then an access token is issued, or the flow is turned down in advance

  @rfc7636/4.5/refresh-without-verifier @must @derived @effect @each-client @needs-refresh
  Rule: A refresh token is redeemed without a verifier
    RFC 7636 §4.5; RFC 6749 §6

    The verifier belongs to a code. A client that has redeemed its code has forgotten
    the verifier by the time it refreshes.

    Scenario: The refresh request of RFC 6749, and nothing more
      Given the client has redeemed a code for a refresh token
      When the client refreshes its access token
      Then an access token is issued, and no verifier is asked for

  @rfc7636/7.3/challenge-unsalted @must @derived @effect @needs-two-flows
  Rule: The same verifier fits the same challenge for every client and code
    RFC 7636 §7.3, §4.2

    The transform has no salt: what the client computes is all there is. A server that
    mixes in something of its own fits no client. One that turns down a challenge it
    has seen before is noted.

    Scenario: The same client once more
      Given the client has redeemed a code
      When the client presents the same verifier for the same challenge
      Then an access token is issued, or the challenge is turned down in advance

    @needs-two-clients
    Scenario: Another client
      Given the client has redeemed a code
      When another client presents the same verifier for the same challenge
      Then an access token is issued, or the challenge is turned down in advance

  @rfc7636/7.5/token-endpoint-tls-only @must @effect @needs-https
  Rule: The token endpoint serves requests over TLS only
    RFC 7636 §7.5; RFC 6749 §3.2

    Whatever is sent in the clear is read on the way: code, verifier and secret at
    once. What is sent here is made up, so that nothing is given away by asking.

    Scenario Outline: <request>, in the clear
      When a made-up token request with <request> is sent over plain http
      Then no token endpoint answers

      Examples: What only a token endpoint tells apart
        | request                       |
        | an unknown grant type         |
        | a code and an unknown client  |
