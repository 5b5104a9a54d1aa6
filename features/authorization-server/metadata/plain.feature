@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: The challenge methods that are better not offered

  @rfc9700/2.1.1/plain-not-advertised @should @derived @form @needs-metadata
  Rule: The metadata does not offer the challenge method plain
    RFC 9700 §2.1.1

    A plain challenge is the verifier itself: whoever reads the authorization request
    can redeem the code. S256 is the one method that gives nothing away.

    Scenario: The list of challenge methods
      Given the well-known addresses of the issuer
      When the client asks for the metadata
      Then it does not list plain among the challenge methods
