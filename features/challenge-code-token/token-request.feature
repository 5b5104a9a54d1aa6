@authorization-server @challenge-code-token
Feature: The request for a Challenge Code Token
  One form, sent to the token endpoint by the client's own server: who asks, the
  proof of it, a challenge and a scope. The verifier stays with the device.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/request/complete-request @doc @effect
  Rule: A complete request to the token endpoint yields a token
    Challenge Code Token document, endpoint and request parameters

    This is the control of every refusal in the profile. It is broken only where the
    server grants some other request, else nothing can be told of the server.

    Scenario: Credentials, an S256 challenge and a scope
      When the client asks for a token
      Then the server grants it, or grants nothing at all

  @challenge-code-token/request/post-only @doc @effect
  Rule: A request by another method than POST, or by query, yields no token
    Challenge Code Token document, endpoint

    What stands in an address is kept by browsers, proxies and logs, and here it
    would be the secret of the client.

    Scenario Outline: The same parameters by <method>
      When the client asks for a token by <method>
      Then no access token is issued

      Examples: Methods other than the documented one
        | method |
        | GET    |
        | PUT    |
        | PATCH  |

    Scenario: All parameters in the query of a POST
      When the client asks for a token with all its parameters in the query
      Then no access token is issued

  @challenge-code-token/request/form-body-only @should @derived @effect
  Rule: A request that is not form-encoded yields no token
    Challenge Code Token document, header parameters; RFC 6749 §4.1.3

    The document leaves its header table empty. A second way to read a body is a
    second parser, in which repeated and empty parameters mean something else.

    Scenario Outline: The parameters as <media type>
      When the client asks for a token in a body of type "<media type>"
      Then no access token is issued

      Examples: Media types that hold the same parameters
        | media type          |
        | application/json    |
        | multipart/form-data |
        | text/plain          |

    Scenario: The documented encoding with a charset beside it
      When the client asks for a token in a body of type "application/x-www-form-urlencoded;charset=UTF-8"
      Then an access token is issued

  @challenge-code-token/request/known-client-id @doc @effect
  Rule: A request without a known client_id yields no token
    Challenge Code Token document, parameter client_id

    A token belongs to somebody: what its scope allows and whom to stop when it is
    misused both hang on the name.

    Scenario: The name is left out
      When the client asks for a token without client_id
      Then no access token is issued

    Scenario: The name is empty
      When the client asks for a token with an empty client_id
      Then no access token is issued

    Scenario: Nobody is registered under the name
      When the client asks for a token with the client_id "nobody-registered-this-name"
      Then no access token is issued

  @challenge-code-token/request/right-client-secret @doc @effect
  Rule: A request without the right client_secret yields no token
    Challenge Code Token document, parameter client_secret

    The secret is what the device does without later, not what the token request does
    without: the challenge in it proves nothing about who sent it.

    Scenario: The secret is left out
      When the client asks for a token without client_secret
      Then no access token is issued

    Scenario: The secret is empty
      When the client asks for a token with an empty client_secret
      Then no access token is issued

    Scenario Outline: The secret is <altered>
      When the client asks for a token with the secret <altered>
      Then no access token is issued

      Examples: Near the right one, and far from it
        | altered                           |
        | replaced by a random one          |
        | followed by a space               |
        | followed by a letter              |
        | without its last character        |
        | with the case of a letter flipped |

    @needs-two-clients
    Scenario: The secret is that of another client
      When the client asks for a token with the client_secret of another client
      Then no access token is issued

  @challenge-code-token/request/basic-or-body-credentials @should @derived @effect
  Rule: Client credentials are accepted by Basic or in the body, never by both
    RFC 6749 §2.3, §2.3.1

    Two sets of credentials in one request leave open which of them was checked. The
    document shows the body only; who holds a password is served by Basic too.

    Scenario: By Basic alone
      When the client asks for a token with its credentials by Basic
      Then an access token is issued

    Scenario: By Basic and in the body
      When the client asks for a token with its credentials by Basic and in the body
      Then no access token is issued

  @challenge-code-token/request/repeated-parameter @must @derived @effect @same-as:rfc6749/3.2/repeated-token-parameter
  Rule: A request that repeats a parameter yields no token
    RFC 6749 §3.2, §5.2

    One reader takes the first of two challenges and another the last. Whoever sits
    between them then binds the token to a verifier of their own.

    Scenario Outline: Another <parameter> stands <place> the client's own
      When the client asks for a token with another <parameter> <place> its own
      Then no access token is issued

      Examples: Two values, of which the right one comes last or first
        | parameter             | place  |
        | code_challenge        | before |
        | code_challenge        | after  |
        | code_challenge_method | before |
        | code_challenge_method | after  |
        | client_id             | before |
        | client_id             | after  |
        | client_secret         | before |
        | client_secret         | after  |

    @property
    Scenario: Any parameter of the request, at any place
      Then no request in which a parameter has two values yields a token

  @challenge-code-token/request/repeated-equal-parameter @should @derived @effect @same-as:rfc6749/3.2/repeated-equal-parameter
  Rule: A request that says a parameter twice alike yields no token
    RFC 6749 §3.2, §5.2

    The two agree, so nothing is swapped yet; a server that lets them pass counts
    values, not parameters, and is one encoding away from a difference.

    Scenario Outline: The same <parameter> twice
      When the client asks for a token with its <parameter> said twice
      Then no access token is issued

      Examples: Parameters that bind the token
        | parameter             |
        | code_challenge        |
        | code_challenge_method |
        | client_id             |

    @property
    Scenario: Any parameter of the request, at any place
      Then no request in which a parameter stands twice alike yields a token

  @challenge-code-token/request/extension-grant-type @should @derived @effect @needs-grant-type
  Rule: A request without the configured extension grant_type yields no token
    RFC 6749 §4.5, §5.2

    The document names no grant type, yet its address is a token endpoint. A server
    that has settled on one tells its grants apart by it, or not at all.

    Scenario: The grant type is left out
      When the client asks for a token without grant_type
      Then no access token is issued

    Scenario: The grant type is empty
      When the client asks for a token with an empty grant_type
      Then no access token is issued

    Scenario: The grant type is one that no server knows
      When the client asks for a token with the grant_type "urn:example:grant-type:unknown"
      Then no access token is issued

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: The grant type is the configured one
      When the client asks for a token
      Then an access token is issued
