@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: HTTP Basic authentication of clients
  A client with a password sends it in the Authorization header: name and password
  form-encoded, joined by a colon, in base64.

  @rfc6749/2.3.1/basic-authentication @must @effect @needs-confidential @basic-client @not-in-oauth-2.1
  Rule: HTTP Basic authentication is accepted from a client with a password
    RFC 6749 §2.3.1

    It is the one way of authentication that every client can count on. It is broken
    where a client that is declared for Basic gets its token with the secret elsewhere.

    Scenario: Name and password by Basic
      Given a confidential client that uses HTTP Basic
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials
      Then Basic has been accepted

  @rfc6749/2.3.1/basic-credentials-decoded @must @effect @needs-confidential @credentials-to-encode
  Rule: Basic credentials are form-decoded after base64
    RFC 6749 §2.3.1, App. B

    Without the encoding nobody can tell the colon between name and password from one
    inside them. A server that skips it works until a secret holds a special character.

    Scenario: Credentials that the encoding changes
      Given a confidential client that uses HTTP Basic and has to encode its credentials
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials
      Then encoded credentials have been accepted

    # Stays: what it finds is noted and breaks nothing.
    Scenario: The same credentials as they are
      Given a confidential client that uses HTTP Basic and has to encode its credentials
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials that are not encoded
      Then the outcome of credentials that are not encoded is noted

  @rfc6749/5.2/failed-basic-authentication @must @form @needs-confidential @basic-client
  Rule: Failed Basic authentication is answered with 401 and a Basic challenge
    RFC 6749 §5.2

    HTTP has one answer for credentials that do not hold, and libraries wait for it:
    the challenge is what makes them ask again or give up.

    Scenario: A wrong password
      Given a confidential client that uses HTTP Basic
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials and a wrong password
      Then the refusal is a 401 that challenges the client to use Basic

    Scenario: A name that nobody registered
      Given a confidential client that uses HTTP Basic
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials under a name that nobody registered
      Then the refusal is a 401 that challenges the client to use Basic

  @rfc6749/5.2/broken-authorization-header @must @derived @form @needs-confidential @client-secret
  Rule: A broken or unsupported Authorization header is answered with 401
    RFC 6749 §5.2

    Whoever sends that header has tried to authenticate, and is told that it failed
    and how it could succeed. A server may also call such a request malformed; what
    it may not is fail over bad base64, or say invalid_client under another status.

    Scenario Outline: Credentials of <sort>
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code under the header "Authorization: <credentials>" alone
      Then the refusal is a 401 that challenges the client, or calls the request malformed

      Examples: Basic that cannot be read
        | sort                     | credentials                  |
        | no base64                | Basic !!!                    |
        | nothing at all           | Basic                        |
        | no colon                 | Basic bm8tY29sb24taGVyZQ==   |
        | a colon alone            | Basic Og==                   |
        | a broken percent-escape  | Basic YSV6ejpi               |
        | octets that are no UTF-8 | Basic //4=                   |

    Scenario Outline: The scheme <scheme>
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code under the header "Authorization: <scheme> <credentials>" alone
      Then the refusal is a 401 that challenges the client, or calls the request malformed

      Examples: Schemes that token endpoints do not use
        | scheme | credentials |
        | Digest | x           |
        | Bearer | x           |
