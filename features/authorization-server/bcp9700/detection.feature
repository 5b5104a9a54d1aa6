@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: Whether a server does PKCE can be found out
  A client that uses PKCE with a server that does not know it is not protected and
  does not notice.

  Background:
    Given a client registered at the authorization server

  @rfc9700/2.1.1/pkce-support-detectable @should @form @needs-metadata
  Rule: PKCE support can be detected by a client
    RFC 9700 §2.1.1, §4.7.1

    A client may rely on PKCE against forged requests only once it knows that the server
    checks it. An unknown parameter is ignored in silence, so asking tells nothing.

    Scenario: The metadata of the server
      When the client asks for the metadata
      Then the metadata says how PKCE is supported
