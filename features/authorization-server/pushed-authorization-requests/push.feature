@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: Pushing an authorization request
  The client hands its authorization request to the server by the back channel and gets
  a reference for it. What the front channel would refuse, and whom, is refused here.

  @rfc9126/2.2/successful-push-response @must @form @needs-par
  Rule: A valid push is answered with 201, a request_uri and its lifetime
    RFC 9126 §2.2

    The client has to know how long the reference is good for, in a number that it can
    count with, before it sends the user off.

    Scenario Outline: The push of a <type> client
      Given a <type> client registered at the authorization server
      When the client pushes an authorization request
      Then the answer is 201 with a request_uri and its lifetime

      @needs-public
      Examples: Without a secret
        | type   |
        | public |

      @needs-confidential
      Examples: With one
        | type         |
        | confidential |

  @rfc9126/2.1/push-unauthenticated-client @must @effect @needs-par @needs-confidential
  Rule: A push without valid client authentication is refused
    RFC 9126 §2.1

    That the client is known before the user sees anything is what a push adds to an
    authorization request. It is worth what the check is worth.

    Scenario Outline: A push <how>
      Given a confidential client registered at the authorization server
      When the client pushes an authorization request <how>
      Then the push is refused

      Examples: A secret that is wrong, missing, or of nobody
        | how                        |
        | with a wrong client_secret |
        | without its client_secret  |
        | under an unknown client_id |

  @rfc9126/2.1/request-uri-pushed @must @effect @needs-par
  Rule: A push that contains a request_uri is refused
    RFC 9126 §2.1

    A reference to a reference lets a request be judged by one content and used with
    another.

    Scenario Outline: A <which> reference in the pushed request
      Given a client registered at the authorization server
      When the client pushes a request with a <which> request_uri in it
      Then the push is refused

      Examples: One that nobody gave out, and one that the server did
        | which   |
        | made-up |
        | real    |

  @rfc9126/2.1/invalid-pkce-pushed @must @effect @needs-par @each-client
  Rule: A push with invalid PKCE parameters never leads to a usable code
    RFC 9126 §2.1, §2.3

    A check that sits at the authorization endpoint alone is passed by whoever comes
    in by the other door.

    Scenario Outline: The method <method> in a push
      Given a client registered at the authorization server
      When the client pushes a request with the method <method>, goes on to authorization and redeems the code
      Then no access token is issued

      Examples: Unknown names, and a known one in another case
        | method |
        | S512   |
        | none   |
        | s256   |

    Scenario Outline: A push with <wish>
      Given a client registered at the authorization server
      When the client pushes a request with <wish> and redeems the code <how>
      Then no access token is issued

      Examples: Challenges that cannot be right
        | wish                              | how                |
        | its challenge cut to 42 characters | with its verifier  |
        | the method S256 and no challenge  | with its verifier  |
        | the method S256 and no challenge  | without a verifier |

  @rfc9126/2.1/pushed-redirect-uri-registered @must @effect @needs-par @needs-public
  Rule: A public client pushes no redirect_uri that it has not registered
    RFC 9126 §2.1, §2.4

    A client that has proved who it is may name a new address with each push. Anybody
    can push in the name of one that has nothing to prove it by.

    Scenario Outline: The code is to go to <address>
      Given a public client registered at the authorization server
      When the client pushes a request for its code to be sent to "<address>" and goes on
      Then nothing is sent to an address that is not registered

      Examples: Somebody else's, and one that a script runs at
        | address                           |
        | https://attacker.example/callback |
        | javascript:alert(document.domain) |

  @rfc9126/2.3/push-by-post-only @should @derived @form @needs-par
  Rule: A push by any method but POST is answered with 405
    RFC 9126 §2.3

    A request that came by GET stands in logs and histories, where the push was meant
    to keep it out of.

    Scenario Outline: The method <method>
      Given a client registered at the authorization server
      When the client pushes by <method>
      Then the answer to the push is 405

      Examples: What a browser sends of itself, and what it does not
        | method |
        | GET    |
        | PUT    |
