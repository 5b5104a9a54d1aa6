@authorization-server @rfc9700 @oauth-2.1 @oidc
Feature: The grant that hands the user's password to the client
  It was there to move old applications to OAuth. It teaches users to type their password
  wherever it is asked for.

  @rfc9700/2.4/password-grant @must @effect
  Rule: The password grant yields no token
    RFC 9700 §2.4

    A client that has seen the password can do all that the user can, for ever, and no
    second factor stands between.

    @needs-public
    Scenario: A public client asks
      Given a public client registered at the authorization server
      When the client asks for a token with the password of the user
      Then no access token is issued

    @needs-confidential
    Scenario: A confidential client asks
      Given a confidential client registered at the authorization server
      When the client asks for a token with the password of the user
      Then no access token is issued
