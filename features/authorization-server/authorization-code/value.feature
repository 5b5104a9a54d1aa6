@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What a code is made of
  A code is a secret for as long as it lives, and it travels in a URL.

  Background:
    Given a client registered at the authorization server

  @rfc6749/10.10/unguessable-code @must @form
  Rule: A code is unique and cannot be guessed
    RFC 6749 §10.10

    A public client has no secret, and before PKCE the code was all there was. Broken for
    certain are a code that comes twice, one that counts, and one too short for 128 bits;
    whatever else can be measured is noted.

    Scenario: Codes of one client
      When the client obtains 24 authorization codes, one after the other
      Then none of them can be guessed

  @rfc6749/app.a.11/code-charset-and-delivery @must @form
  Rule: A code is printable ASCII and arrives in the query, not the fragment
    RFC 6749 §4.1.2, App. A.11

    A fragment never reaches the client's server, and scripts of the page read it. An
    octet beyond ASCII is another one after each re-encoding on the way.

    Scenario: A code as it is delivered
      When the client asks for authorization
      Then the code is visible ASCII and stands in the query alone
