@authorization-server @oidc
Feature: The ID Token
  With openid in its scope a client asks who the user is, and the ID Token answers. It
  can be believed where it comes from this server, for this client, about this request.

  Background:
    Given a client registered at the authorization server

  @oidc-core/3.1.3.3/id-token-with-openid @must @form @needs-openid
  Rule: A token response has an id_token when openid was requested
    OpenID Connect Core §3.1.3.3

    Without it the client knows that somebody signed in, and not who.

    Scenario: The response to a redemption
      When the client walks the flow with openid
      Then the response has an id_token

  @oidc-core/3.1.2.1/no-id-token-without-openid @should @derived @form @needs-openid
  Rule: A token response has no id_token when openid was not requested
    OpenID Connect Core §3.1.2.1, §3.1.3.2

    A client that asks for access only is told more about the user than it asked, and
    than the user was asked about.

    Scenario: A scope without openid
      When the client walks the flow without openid
      Then the response has no id_token

  @oidc-core/2/id-token-signature @must @form @needs-openid @needs-jwks
  Rule: An ID token is signed with an advertised algorithm by a published key
    OpenID Connect Core §2, §3.1.3.7

    A signature that nobody can check, or none at all, lets anybody write the token.

    Scenario: The signature
      When the client walks the flow with openid
      Then the ID Token is signed as advertised by a published key

    @needs-refresh
    Scenario: The signature of the ID Token of a refresh, where one comes
      Given the client has walked the flow with openid
      When the client refreshes its tokens
      Then the ID Token is signed as advertised by a published key

    @needs-metadata
    Scenario: The signature of the ID Token beside a code
      When the client asks for a code and an ID Token at once
      Then the ID Token beside the code is signed as advertised by a published key

  @oidc-core/2/id-token-issuer @must @form @needs-openid
  Rule: The iss of an ID token equals the issuer
    OpenID Connect Core §2; OpenID Connect Discovery §4.3

    Subjects are unique at one issuer only: under another name the same subject is
    somebody else.

    Scenario: The issuer
      When the client walks the flow with openid
      Then the ID Token names the issuer

  @oidc-discovery/4.3/issuer-equals-token-iss @must @form @needs-openid @needs-metadata @same-as:oidc-core/2/id-token-issuer
  Rule: The metadata issuer equals the iss of the ID tokens issued
    OpenID Connect Discovery §4.3

    Behind a proxy one of the two often speaks of the inner host. A client compares
    them and stops.

    Scenario: The issuer of both
      When the client walks the flow with openid
      Then the metadata names the issuer of the ID Token

  @oidc-core/2/id-token-audience @must @form @needs-openid @each-client
  Rule: The aud of an ID token contains the client_id
    OpenID Connect Core §2

    A token for one client must not sign anybody in at another.

    Scenario: The audience
      When the client walks the flow with openid
      Then the ID Token is made for the client

  @oidc-core/2/id-token-times @must @form @needs-openid
  Rule: The exp and iat of an ID token are JSON numbers that fit the present
    OpenID Connect Core §2

    Seconds taken for milliseconds make a token that expires in fifty thousand years,
    and a clock that is off makes one that has never begun.

    Scenario: The times
      When the client walks the flow with openid
      Then the ID Token fits the present

    @needs-refresh
    Scenario: The times in the ID Token of a refresh, where one comes
      Given the client has walked the flow with openid
      When the client refreshes its tokens
      Then the ID Token fits the present

  @oidc-core/2/id-token-subject @must @form @needs-openid
  Rule: The sub of an ID token is a short ASCII string, stable for each user
    OpenID Connect Core §2

    The subject is the name of an account. Where it changes, the user comes back as a
    stranger.

    Scenario: The text
      When the client walks the flow with openid
      Then the ID Token names its subject

    Scenario: The same user once more
      Given the client has walked the flow with openid
      When the client walks the flow with openid again
      Then the subject is the same as before

  @oidc-core/2/nonce-returned-unchanged @must @form @needs-openid
  Rule: The nonce comes back unchanged in the ID token
    OpenID Connect Core §2, §3.1.2.1

    The nonce ties the token to the browser that asked. One that is kept by session,
    or decoded on the way, ties it to something else.

    Scenario: A nonce of letters and digits
      When the client walks the flow with openid
      Then the nonce comes back as it was sent

    Scenario: A nonce that any encoding would change
      When the client walks the flow with a nonce of every punctuation mark
      Then the nonce comes back as it was sent

    Scenario Outline: A nonce of <length> characters, where the server takes it
      When the client walks the flow with a nonce of <length> characters
      Then the nonce comes back whole where it was taken

      Examples: Longer than a column that was made for the usual ones
        | length |
        | 128    |
        | 512    |

    @needs-metadata
    Scenario: The nonce beside a code
      When the client asks for a code and an ID Token at once
      Then the ID Token beside the code has the nonce of the request

    @needs-concurrent-codes
    Scenario: Two requests side by side
      When the client obtains two codes with openid and redeems the later one first
      Then each ID Token has the nonce of its own request

    @needs-par
    Scenario: A nonce that was pushed
      Given an authorization code of a pushed request
      When the client redeems the code
      Then the nonce comes back as it was sent

    # Stays: what it finds is noted and breaks nothing.
    Scenario: No nonce
      When the client walks the flow with openid and no nonce
      Then a nonce that nobody sent is noted

  @oidc-core/3.1.3.6/at-hash-fits-token @must @derived @form @needs-openid
  Rule: The at_hash of an ID token fits the access token beside it
    OpenID Connect Core §3.1.3.6

    It keeps a token from being swapped for another on the way. A client that checks a
    hash that is cut or written otherwise lets nobody in.

    Scenario: The hash, where there is one
      When the client walks the flow with openid
      Then the at_hash of the ID Token fits the access token

    @needs-refresh
    Scenario: The hash in the ID Token of a refresh
      Given the client has walked the flow with openid
      When the client refreshes its tokens
      Then the at_hash of the ID Token fits the access token

  @oidc-core/12.2/refreshed-id-token @must @form @needs-openid @needs-refresh
  Rule: A refreshed ID token keeps issuer, subject and audience
    OpenID Connect Core §12.2

    A refresh goes on with the session of one user. A token about another one moves
    the client into the wrong account.

    Scenario: The ID Token of a refresh, where one comes
      Given the client has walked the flow with openid
      When the client refreshes its tokens
      Then the refreshed ID Token says what the first one said

  @oidc-core/5.3.2/userinfo-subject @must @form @needs-openid @needs-metadata @each-client
  Rule: The sub from UserInfo equals the sub of the ID token
    OpenID Connect Core §5.3.2

    It is the one thing by which a client notices that the access token it was given
    belongs to another user.

    Scenario: Both answers about one sign-in
      Given the client has walked the flow with openid
      When the client asks UserInfo
      Then UserInfo names the subject of the ID Token
