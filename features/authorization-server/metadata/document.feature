@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The metadata document
  What a server says of itself, where a client looks for it. A client that starts here
  believes every word, so each has to be there, in its form, and about this server.

  Background:
    Given the well-known addresses of the issuer
    When the client asks for the metadata

  @rfc8414/3/well-known-json-object @must @form @needs-metadata
  Rule: Metadata is served as a JSON object at its well-known URI
    RFC 8414 §3, §3.2

    A client knows the issuer and nothing else. What it does not find there, in a form
    that its library takes, it does not find at all.

    Scenario: Each well-known address that answers
      Then the metadata comes as a JSON object

  @rfc8414/3.3/issuer-equals-url @must @form @needs-metadata
  Rule: The metadata issuer equals the one that the well-known URI was built from
    RFC 8414 §3.3; OpenID Connect Discovery §4.3

    The comparison is what keeps one server from speaking in the name of another. A
    slash too many is another issuer.

    Scenario: The issuer member
      Then its issuer is the one that was asked for

  @rfc8414/2/endpoints-are-named @must @form @needs-metadata
  Rule: The metadata names the endpoints and response types that apply
    RFC 8414 §2

    Endpoints that are missing are guessed, and response types that are missing are
    taken for those that nobody supports.

    Scenario: The members of the code flow
      Then it names the endpoints and the response type code

    # Stays: what it finds is noted and breaks nothing.
    Scenario: The same endpoints in every document
      Then documents that name different endpoints are noted

  @rfc8414/2/challenge-methods-advertised @should @form @needs-metadata
  Rule: The advertised challenge methods are an array that includes S256
    RFC 8414 §2; RFC 9700 §2.1.1

    A client that finds no methods there takes it that the server does not know PKCE,
    and one that looks for S256 does not find s256. It reads one document, of those of
    OAuth and of OpenID Connect the one that it knows.

    Scenario: The list of challenge methods in each document
      Then it lists S256 among the challenge methods

  @rfc8414/3.2/empty-arrays-omitted @must @form @needs-metadata
  Rule: Metadata members with several values are arrays, never empty ones
    RFC 8414 §3.2; OpenID Connect Discovery §4.2

    An empty list says that there is nothing of the kind, where its absence has a
    default; a text with commas is one value with commas in it.

    Scenario: Every member
      Then its lists are arrays that hold something

  @oidc-discovery/3/provider-metadata-complete @must @form @needs-metadata @needs-openid @needs-jwks
  Rule: The provider metadata is complete and its key set has public keys only
    OpenID Connect Discovery §3, §4.2

    Without keys and algorithms no ID Token can be checked; with the private half of a
    key anyone can write one.

    Scenario: The members of an OpenID provider
      Then it describes an OpenID provider in full

    Scenario: The key set
      Then the keys behind its jwks_uri are public
