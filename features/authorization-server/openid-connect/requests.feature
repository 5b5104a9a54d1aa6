@authorization-server @oidc
Feature: Requests with openid
  What OpenID Connect asks of the code flow beside what OAuth asks of it.

  @oidc-core/3.1.2.1/openid-redirect-uri-required @must @effect @needs-openid
  Rule: An OpenID request without an exact redirect_uri is refused
    OpenID Connect Core §3.1.2.1

    OAuth lets a client with one redirect URI leave it out. With openid it is always
    said, and compared as a whole.

    @one-redirect-uri
    Scenario: A client with one redirect URI that leaves it out
      Given a client that has registered one redirect URI
      When the client asks for authorization without redirect_uri
      Then no authorization code is issued

    Scenario: A client that leaves it out
      Given a client registered at the authorization server
      When the client asks for authorization without redirect_uri
      Then no authorization code is issued

    Scenario Outline: A redirect_uri <altered>
      Given a client registered at the authorization server
      When the client asks for authorization with its redirect_uri <altered>
      Then no authorization code is issued

      Examples: What a loose comparison takes for the same
        | altered               |
        | with a path appended  |
        | with a query appended |
        | with its last letter gone |

  @oidc-core/3.1.3.3/bearer-and-no-store @must @form @needs-openid @each-client @same-as:rfc6749/5.1/token-type-present
  Rule: An OpenID token response has type Bearer and carries no-store
    OpenID Connect Core §3.1.3.3

    A cache that keeps the response keeps the sign-in of one user for the next.

    Background:
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge

    Scenario: The type of the token
      When the client redeems the code
      Then the token_type of the response is Bearer

    Scenario: The header fields
      When the client redeems the code
      Then the response is kept out of every cache

  @oidc-core/3.1.3.2/token-request-validation @must @effect @needs-openid @needs-two-clients @same-as:rfc6749/4.1.3/code-client-binding
  Rule: A code is redeemed only by its own client with its own redirect_uri
    OpenID Connect Core §3.1.3.2

    What holds of every code holds of the one that signs a user in.

    Background:
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge

    Scenario: Another client
      When another client redeems the code
      Then no access token is issued

    Scenario: Another redirect_uri
      When the client redeems the code with its other redirect_uri
      Then no access token is issued
