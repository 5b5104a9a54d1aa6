@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The issuer in the authorization response
  A client that talks to several servers has to know which of them an answer comes from.
  The iss parameter says it, in every answer, in one spelling.

  Background:
    Given a client registered at the authorization server

  @rfc9207/2/iss-on-success @must @form @needs-iss
  Rule: A successful authorization response carries iss
    RFC 9207 §2

    In a mix-up the client takes the code of one server to another. Without iss it has
    nothing by which to notice.

    Scenario: A code
      When the client asks for authorization
      Then the redirect names its issuer once

    @needs-par
    Scenario: The code of a pushed request
      When the client pushes its request and goes on
      Then the redirect names its issuer once

  @rfc9207/2/iss-on-error @must @form @needs-iss
  Rule: An authorization error response carries iss
    RFC 9207 §2

    An error that anybody could have sent ends a flow that was going well.

    Scenario: A method that nobody knows
      When the client asks for authorization with the method S512
      Then the redirect names its issuer once

    Scenario: A response type that nobody knows
      When the client asks for authorization with the response_type "unheard-of"
      Then the redirect names its issuer once

  @rfc9207/2/iss-is-https-url @must @form @needs-iss
  Rule: The iss parameter is an https URL without query or fragment
    RFC 9207 §2

    It is an issuer identifier and nothing less: a host name alone is shared by all
    issuers on that host.

    Scenario: A code
      When the client asks for authorization
      Then the redirect names its issuer by an https URL

  @rfc9207/2.3/iss-equals-metadata-issuer @must @form @needs-iss @needs-metadata
  Rule: The iss parameter equals the metadata issuer, character for character
    RFC 9207 §2.3

    Clients compare without normalising. With a slash more, every answer is one from
    somebody else.

    Scenario: A code
      When the client asks for authorization
      Then the redirect names the issuer of the metadata

    Scenario: An error about the method
      When the client asks for authorization with the method S512
      Then the redirect names the issuer of the metadata

    Scenario: An error about the response type
      When the client asks for authorization with the response_type "unheard-of"
      Then the redirect names the issuer of the metadata

  @rfc9207/3/iss-support-advertised @must @form @needs-metadata
  Rule: Support for iss is advertised exactly when iss is sent
    RFC 9207 §2.3, §3

    A client demands iss of those who promise it, and of nobody else: a promise not
    kept stops it, a promise not made protects nobody.

    Scenario: The flag beside an answer
      When the client asks for authorization
      Then the metadata says of iss what the redirect shows

  @rfc9207/2.4/iss-equals-id-token-issuer @must @form @needs-iss @needs-openid @needs-metadata
  Rule: The iss parameter equals the iss of an ID token sent beside it
    RFC 9207 §2.4

    Where a response names its issuer twice and differently, each half of the client
    believes another server.

    Scenario: A code and an ID Token in one response
      When the client asks for a code and an ID Token at once
      Then the ID Token beside the code has the same issuer

    # Stays: what it finds is noted and breaks nothing.
    Scenario: An ID Token that the code is redeemed for
      When the client walks the flow with openid
      Then another issuer in the ID Token is noted
