@authorization-server @oauth-2.1
Feature: How OAuth 2.1 redeems a code
  With PKCE in every flow, some of what had to protect the code before is no longer
  asked for.

  @oauth-2.1/10.2/redirect-uri-optional-at-redemption @must @effect
  Rule: A token request without redirect_uri is accepted
    OAuth 2.1 draft §10.2

    The parameter kept codes from being injected, which the verifier now does better. A
    server that still insists turns away every client written for OAuth 2.1.

    Scenario: It is left out
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without redirect_uri
      Then an access token is issued

  @oauth-2.1/10.2/redirect-uri-checked-where-sent @should @effect
  Rule: A redirect_uri that is sent at redemption all the same is checked
    OAuth 2.1 draft §10.2

    A client of OAuth 2.0 sends it and relies on the check. A value that contradicts the
    request it belongs to is a sign that the two are not of one flow.

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: The right one
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then an access token is issued

    @second-redirect-uri
    Scenario: Another one that is registered
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with its other redirect_uri
      Then no access token is issued

    Scenario: One that nobody registered
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with the redirect_uri "https://attacker.example/callback"
      Then no access token is issued

  @oauth-2.1/2.4.1/secret-in-body @must @effect @needs-confidential @body-client
  Rule: A client secret in the request body is accepted
    OAuth 2.1 draft §2.4.1, §10

    It is the one way to send a secret that every server has, since Basic asks for an
    encoding that many got wrong.

    Scenario: A client that is registered to send it there
      Given a confidential client that sends its secret in the body
      And an authorization code bound to a code challenge
      When the client redeems the code with its secret in the body
      Then the secret in the body has been accepted

  @oauth-2.1/4.1.3/valid-replay-revokes-tokens @should @effect @needs-resource @same-as:rfc6749/4.1.2/code-reuse-revokes-tokens
  Rule: A second valid token request is denied and revokes the first one's tokens
    OAuth 2.1 draft §4.1.3, §7.5.2

    Who can send the right verifier has stolen more than the code. Which of the two was
    the client cannot be told, so neither keeps what it got.

    Scenario: The access token
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      And the code has been replayed
      When the client uses the token when a revocation has had time to spread
      Then the token opens nothing

  @oauth-2.1/7.5.2/invalid-replay-keeps-tokens @should @effect @needs-resource
  Rule: A replay without valid proof leaves the issued tokens alone
    OAuth 2.1 draft §7.5.2

    A code alone is found in logs and histories. If showing it were enough to end a
    session, whoever found one could.

    Scenario: With a wrong verifier
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      And the code has been replayed with a wrong verifier
      When the client uses the token
      Then the resource opens

    Scenario: Without a verifier
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      And the code has been replayed without a verifier
      When the client uses the token
      Then the resource opens

    @needs-confidential @client-secret
    Scenario: With the wrong secret of a confidential client
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      And the code has been replayed with a wrong secret
      When the client uses the token
      Then the resource opens
