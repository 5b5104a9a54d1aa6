@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The reference to a pushed request
  The front channel carries a reference in place of the request. What was pushed stays
  as it is, for the client that pushed it, for one authorization, and for a short time.

  @rfc9126/4/pushed-challenge-binds-code @must @derived @effect @needs-par @each-client
  Rule: A pushed challenge is bound to the code that results from it
    RFC 9126 §4; RFC 7636 §4.4

    The challenge takes another way to the code than usual. Where it is lost on that
    way, the safer door is the one without a lock.

    Background:
      Given a client registered at the authorization server
      And an authorization code of a pushed request

    Scenario: The verifier of the pushed challenge
      When the client redeems the code
      Then the server grants it, or grants nothing at all

    Scenario: Another well-formed verifier
      When the client redeems the code with a made-up code_verifier
      Then no access token is issued

    Scenario: No verifier
      When the client redeems the code without code_verifier
      Then no access token is issued

  @rfc9126/4/front-channel-challenge @must @derived @effect @needs-par @each-client
  Rule: A front-channel challenge does not replace the pushed one
    RFC 9126 §4; RFC 9101 §6.3

    Whoever can touch the address can add to it. A challenge that is taken from there
    is the attacker's, and so is the code.

    Background:
      Given a client registered at the authorization server
      And an authorization request that was pushed

    Scenario Outline: A second challenge with the method <method>, and its verifier
      When a <method> challenge is added beside the request_uri and the code is redeemed with the verifier of the front one
      Then no access token is issued

      Examples: Both methods
        | method |
        | S256   |
        | plain  |

    Scenario Outline: A second challenge with the method <method>, and the verifier of the pushed one
      When a <method> challenge is added beside the request_uri and the code is redeemed with the verifier of the pushed one
      Then an access token is issued, or authorization is refused

      Examples: Both methods
        | method |
        | S256   |
        | plain  |

  @rfc9126/4/front-channel-redirect-uri @must @derived @effect @needs-par
  Rule: A front-channel redirect_uri does not replace the pushed one
    RFC 9126 §4; RFC 9101 §6.3

    The address was checked when it was pushed. One that is added to the link sends
    the code of an honest request to wherever whoever added it listens.

    Background:
      Given a client registered at the authorization server
      And an authorization request that was pushed

    Scenario: Another address that the client has registered
      When another registered redirect_uri is added beside the request_uri
      Then the code goes to the pushed redirect_uri or nowhere

    Scenario: An address of somebody else
      When the redirect_uri "https://attacker.example/pushed" is added beside the request_uri
      Then the code goes to the pushed redirect_uri or nowhere

  @rfc9126/4/front-channel-parameters @must @derived @effect @needs-par
  Rule: No front-channel parameter adds to a pushed request, or stands in for one
    RFC 9126 §4; RFC 9101 §6.3

    What was pushed came from the client. What stands beside the reference came through
    the browser, and whoever wrote the link may have asked for more.

    Scenario: Another state
      Given a client registered at the authorization server
      And an authorization request that was pushed
      When the state "of-somebody-else" is added beside the request_uri
      Then the code comes without the state "of-somebody-else"

    Scenario: A whole request, beside a reference that nobody gave out
      Given a client registered at the authorization server
      When the client asks for authorization without a push and with a made-up request_uri
      Then no authorization code is issued

    @needs-scope-config
    Scenario: All the scopes, where one was pushed
      Given a client registered at the authorization server
      When all the scopes are added beside the request_uri of a request for one
      Then nothing is granted beyond what the pushed request yields by itself

  @rfc9126/4/request-uri-reuse @should @effect @needs-par
  Rule: A request_uri serves one authorization only
    RFC 9126 §4

    A reference that can be used again lets whoever saw it start a second
    authorization in the client's name.

    Scenario: A second authorization by the same reference
      Given a client registered at the authorization server
      And an authorization code of a pushed request
      When the client asks for authorization with the request_uri again
      Then no authorization code is issued

  @rfc9126/4/expired-request-uri @must @effect @needs-par @needs-clock
  Rule: A request_uri is refused once it has expired
    RFC 9126 §4

    The lifetime that the server names is a promise to the client: what was pushed and
    never used is gone.

    @slow
    Scenario: A reference older than its expires_in
      Given a client registered at the authorization server
      And an authorization request that was pushed
      When the client asks for authorization with the request_uri when it has expired
      Then no authorization code is issued

    @slow
    Scenario: The same beside the request that was pushed
      Given a client registered at the authorization server
      And an authorization request that was pushed
      When the client asks for authorization with the request_uri and all that was pushed when it has expired
      Then no authorization code is issued

  @rfc9126/2.2/request-uri-client-binding @must @effect @needs-par @needs-two-clients
  Rule: A request_uri is accepted only from the client that pushed it
    RFC 9126 §2.2

    The request was checked as that client's. Under another name it is a request that
    nobody has checked.

    Scenario: Another client of the same server
      Given a client registered at the authorization server
      And an authorization request that was pushed
      When another client asks for authorization with the request_uri
      Then no authorization code is issued

  @rfc9126/4/direct-request-when-par-required @must @effect @needs-par @held-to-push
  Rule: A direct authorization request is refused where a push is required
    RFC 9126 §4, §5

    As long as the front channel still takes the whole request, an attacker takes that
    way, and the requirement protects nobody.

    Scenario: The request by the front channel alone
      Given a client that has to push its authorization requests
      When the client asks for authorization without a push
      Then no authorization code is issued

    Scenario: The same beside a reference that nobody gave out
      Given a client that has to push its authorization requests
      When the client asks for authorization without a push and with a made-up request_uri
      Then no authorization code is issued

  @rfc9126/2.2/unguessable-request-uri @must @form @needs-par
  Rule: A request_uri is unique and cannot be guessed
    RFC 9126 §2.2; RFC 6749 §10.10

    Who guesses a reference uses a request that another client has pushed, before that
    client's user does.

    Scenario: A hundred references
      Given a client registered at the authorization server
      When the client pushes 100 authorization requests, one after the other
      Then no request_uri can be guessed from the others
