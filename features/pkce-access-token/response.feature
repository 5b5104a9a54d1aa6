@authorization-server @pkce-access-token
Feature: The token response of the PKCE Access Token
  What the server answers when the exchange is granted: the members of the document's
  table, each judged by a rule of its own.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/response/documented-members @doc @form
  Rule: The response has access_token, expires_in, token_type and scope
    PKCE Access Token document, response parameters

    RFC 6749 leaves some of them to the server; the document requires all four, and a
    client written to it reads all four.

    Scenario: The four required members
      When the client redeems the code
      Then the response holds access_token, expires_in, token_type and scope

  @pkce-access-token/response/expires-in-seconds @doc @form
  Rule: The expires_in member counts seconds, up to the configured maximum
    PKCE Access Token document, response parameter expires_in

    A client that takes milliseconds for seconds keeps a dead token for months, and
    one that cannot read a number in quotes keeps none.

    Scenario: A whole number of seconds
      When the client redeems the code
      Then the expires_in of the response is a whole number of seconds

  @pkce-access-token/response/id-token-for-openid @doc @form @needs-openid
  Rule: The response adds an id_token when openid was requested
    PKCE Access Token document, introduction; OpenID Connect Core §3.1.3.3

    The introduction promises it, the tables forget it. It is due wherever openid was
    granted, and speaks of this client and this server.

    Scenario: An exchange with openid in its scope
      When the client redeems the code
      Then the response holds an id_token made for the client

  @pkce-access-token/response/token-type-bearer @doc @form @same-as:rfc6749/5.1/token-type-present
  Rule: The token_type of the response is Bearer
    PKCE Access Token document, response parameter token_type; RFC 6749 §5.1

    A client does not use a token of a type that it does not know. Upper and lower
    case make no difference.

    Scenario: The type of a token
      When the client redeems the code
      Then the token_type of the response is Bearer

  @pkce-access-token/response/scope-as-string @doc @derived @form
  Rule: The scope of the response is one space-separated string
    PKCE Access Token document, response parameter scope; RFC 6749 §3.3

    An array, or a list with commas, reads well and breaks every client that splits
    on spaces.

    Scenario: The scope that was granted
      When the client redeems the code
      Then the scope of the response is one string of tokens separated by spaces

  @pkce-access-token/response/not-cacheable @must @form @same-as:rfc6749/5.1/cache-control-no-store
  Rule: The response carries no-store and no-cache
    RFC 6749 §5.1

    The document is silent, and whatever stands between server and client caches what
    nobody forbids. Beside Cache-Control: no-store a missing Pragma is only noted.

    Scenario: The header fields of a token response
      When the client redeems the code
      Then the response is kept out of every cache
