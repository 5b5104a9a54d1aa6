@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What becomes of a token on its way
  Whoever holds a Bearer token can use it. Between the server and the client there are
  caches and logs, and before both of them whoever can guess.

  Background:
    Given a client registered at the authorization server

  @rfc6749/5.1/cache-control-no-store @must @form @each-client
  Rule: A token response carries Cache-Control: no-store
    RFC 6749 §5.1

    A cache that keeps the response gives the token to whoever asks next, or to
    whoever reads the disk.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the response is stored by no cache

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the response is stored by no cache

  @rfc6749/5.1/pragma-no-cache @should @form @not-in-oauth-2.1
  Rule: A token response carries Pragma: no-cache
    RFC 6749 §5.1

    The field speaks to caches of HTTP 1.0. RFC 9111 has retired it, and beside
    no-store its absence harms hardly anybody: hence no more than an advisory.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the response is kept by no cache of HTTP 1.0

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the response is kept by no cache of HTTP 1.0

  @rfc6749/5.1/token-response-leaks-nothing @must @practice @form
  Rule: A token response echoes no secret and shows no token outside its body
    RFC 6749 §5.1, §10.3

    Headers and addresses are logged where bodies are not. A secret that comes back is
    one more copy of it, in a place that nobody guards.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the response leaks neither its tokens nor what the client keeps

    @needs-confidential
    Scenario: A confidential client redeems a code
      Given a confidential client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code
      Then the response leaks neither its tokens nor what the client keeps

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the response leaks neither its tokens nor what the client keeps

  @rfc6749/10.10/unguessable-tokens @must @form
  Rule: Tokens are unique and cannot be guessed
    RFC 6749 §10.10

    A token that can be counted, or comes twice, opens somebody else's door. Judged is
    only what no chance explains; that the rest is random nobody can see from outside.

    @property
    Scenario: The access tokens of many redemptions
      Then all access tokens are different and hard to guess

    @property @needs-refresh
    Scenario: The refresh tokens of many redemptions
      Then all refresh tokens are different and hard to guess
