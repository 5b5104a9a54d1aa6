@authorization-server @pkce-access-token
Feature: The token request of the PKCE Access Token
  A client trades its code for tokens with one form: the grant type, its name, the
  code, the verifier and, where it named one before, the redirect URI.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/request/complete-exchange @doc @effect
  Rule: A complete form request exchanges the code for an access token
    PKCE Access Token document, request description

    This is the control of every refusal in the profile. It is broken only where the
    server grants some other exchange, else nothing can be told of the server.

    Scenario: All five documented parameters
      When the client redeems the code
      Then the server grants it, or grants nothing at all

  @pkce-access-token/request/form-media-type @doc @effect @same-as:rfc6749/4.1.3/wrong-media-type
  Rule: An exchange in any media type but a form yields no token
    PKCE Access Token document, request header Content-Type

    One kind of body means one parser to get right. A second one, JSON above all,
    brings nested values and types that the checks behind it were never written for.

    Scenario Outline: The same parameters in a body of type <media type>
      When the client redeems the code in a body of type "<media type>"
      Then no access token is issued

      Examples: What frameworks read without being asked
        | media type          |
        | application/json    |
        | multipart/form-data |
        | text/plain          |

    Scenario: No media type at all
      When the client redeems the code in a body of type ""
      Then no access token is issued

  @pkce-access-token/request/grant-type-fixed @doc @effect
  Rule: An exchange with another grant_type than authorization_code is refused
    PKCE Access Token document, request parameter grant_type

    The grant type says which checks the server has to make. A server that looks past
    it can be led to the wrong ones.

    Scenario: The grant type is left out
      When the client redeems the code without grant_type
      Then no access token is issued

    Scenario Outline: The grant type is <sort>
      When the client redeems the code with the grant_type "<grant type>"
      Then no access token is issued

      Examples: Other grants, and names that are nearly right
        | sort           | grant type                     |
        | empty          |                                |
        | another one    | client_credentials             |
        | a retired one  | password                       |
        | an unknown one | urn:example:grant-type:unknown |
        | in upper case  | AUTHORIZATION_CODE             |
        | shortened      | authorization                  |

  @pkce-access-token/request/real-code-required @doc @effect
  Rule: An exchange without a real code yields no token
    PKCE Access Token document, request parameter code

    The code is the only sign that a user ever agreed.

    Scenario: The code is left out
      When the client redeems the code without code
      Then no access token is issued

    Scenario: The code is empty
      When the client redeems the code with an empty code
      Then no access token is issued

    Scenario: The code is one that nobody was given
      When the client redeems the code with a made-up code
      Then no access token is issued

  @pkce-access-token/request/verifier-required @doc @effect @each-client
  Rule: An exchange without a verifier yields no token
    PKCE Access Token document, request parameter code_verifier

    A check that runs only when a verifier is present is no check: who stole the code
    leaves the verifier out.

    Scenario: The verifier is left out
      When the client redeems the code without code_verifier
      Then no access token is issued

    Scenario: The verifier is empty
      When the client redeems the code with an empty code_verifier
      Then no access token is issued

    Scenario Outline: The verifier is the text <text>, which some take for nothing
      When the client redeems the code with the code_verifier <text>
      Then no access token is issued

      Examples: False, absent or blank to one language or another
        | text        |
        | "0"         |
        | " "         |
        | "null"      |
        | "undefined" |
        | "false"     |

  @pkce-access-token/request/consistent-redirect-uri @doc @effect
  Rule: An exchange with an inconsistent redirect_uri yields no token
    PKCE Access Token document, request parameter redirect_uri

    A code that was sent to one address and is redeemed under another went astray on
    the way. The comparison is of whole strings; anything looser can be walked around.

    Scenario Outline: The redirect_uri of the authorization request, <altered>
      When the client redeems the code with its redirect_uri <altered>
      Then no access token is issued

      Examples: What a loose comparison lets through
        | altered                   |
        | with a slash appended     |
        | with a query appended     |
        | with a path appended      |
        | with its last letter gone |
        | in upper case             |

    Scenario: An address of somebody else
      When the client redeems the code with the redirect_uri "https://attacker.example/callback"
      Then no access token is issued

    @second-redirect-uri
    Scenario: The other address that the client has registered
      When the client redeems the code with its other redirect_uri
      Then no access token is issued

    # Stays: the target file has to ask for it; rfc6749/4.1.3/missing-redirect-uri proves the same check.
    @redirect-uri-required
    Scenario: The redirect_uri is left out although the authorization request had one
      When the client redeems the code without redirect_uri
      Then no access token is issued

  @pkce-access-token/request/redirect-uri-escaping @doc @derived @effect
  Rule: An escaped redirect_uri means the same as an unescaped one
    PKCE Access Token document, request example; RFC 6749 App. B

    The printed example sends colons and slashes as they are, most libraries escape
    them. A form is decoded once, and what it says then is what counts.

    Scenario Outline: The redirect_uri <written>
      When the client redeems the code with its redirect_uri <written>
      Then an access token is issued

      Examples: Writings of one and the same value
        | written                                        |
        | with colons and slashes unescaped              |
        | percent-encoded throughout in lower-case hex   |
        | percent-encoded throughout in upper-case hex   |

    @property
    Scenario: Any order of the parameters, any writing of their values
      Then the code is redeemed whatever the order and the writing of the parameters
