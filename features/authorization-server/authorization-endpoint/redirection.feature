@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: Where the authorization endpoint sends its answer
  The address of the answer is part of the question. Only what was registered makes it
  the client's and not the asker's.

  @rfc6749/3.1.2.4/unvalidated-redirect-uri @must @effect
  Rule: A redirect never goes to a redirect_uri that has not been validated
    RFC 6749 §3.1.2.4, §4.1.2.1

    Even an error is worth having: it makes the server a redirector that whoever trusts
    its name will follow, and carries the state along.

    Background:
      Given a client registered at the authorization server

    Scenario: The client is one that nobody registered
      When the client asks for authorization under a made-up client_id
      Then nothing is sent to any address

    Scenario: No client is named
      When the client asks for authorization without client_id
      Then nothing is sent to any address

    Scenario Outline: The code is to go to <address>
      When the client asks for the code to be sent to "<address>"
      Then nothing is sent to an address that is not registered

      Examples: Somebody else's
        | address                              |
        | https://attacker.example/callback    |
        | //attacker.example/callback          |
        | https://attacker.example/?code=x     |

      Examples: No address that a code could travel to
        | address                              |
        | /callback                            |
        | javascript:alert(document.domain)    |
        | data:text/html,hello                 |
        | not an address                       |

    Scenario: Its own address with a fragment
      When the client asks for authorization with its redirect_uri with a fragment appended
      Then nothing is sent to an address that is not registered

  @rfc6749/3.1.2.3/registered-redirect-uri-exact @must @effect
  Rule: A redirect_uri is accepted only if it equals a registered one exactly
    RFC 6749 §3.1.2.3; RFC 3986 §6.2.1

    Every tolerance is a set of addresses that nobody has looked at: a prefix takes in
    open redirectors, a host name its siblings, decoding whatever the two sides read.

    Background:
      Given a client registered at the authorization server

    Scenario Outline: Its own <altered>
      When the client asks for authorization with its redirect_uri <altered>
      Then nothing is sent to an address that is not registered

      Examples: Comparing how it begins
        | altered                            |
        | with a slash appended              |
        | with a path appended               |
        | with a query appended              |
        | with a question mark appended      |
        | with @attacker.example appended    |
        | with a step up at its end          |
        | with an encoded step up at its end |
        | with its last letter gone          |

      Examples: Comparing what it normalises to
        | altered                       |
        | in upper case                 |
        | with its host in upper case   |
        | with its path in upper case   |
        | with the default port         |
        | with a letter percent-encoded |
        | with its scheme in upper case |
        | with a dot behind its host    |
        | with its first slash doubled  |
        | with a space appended         |
        | with a space in front         |

      Examples: Comparing parts of it
        | altered                      |
        | under the other scheme       |
        | with a name in front of its host |
        | with a user name in front of its host |
        | with its host continued      |
        | with its host for a user name |
        | with its host behind a backslash |

      Examples: Comparing by a pattern, or what is left of a stray character
        | altered                              |
        | with a letter for a dot in its host  |
        | with NUL and another host appended   |
        | with a path parameter appended       |

    @needs-two-clients
    Scenario: The redirect URI of another client
      When the client asks for the code to be sent to a redirect URI of another client
      Then nothing is sent to an address that is not registered

  @rfc6749/3.1.2/code-sent-where-asked @must @effect @second-redirect-uri
  Rule: A code goes to the one of several redirect URIs that was asked for
    RFC 6749 §3.1.2, §4.1.2

    A client has two because it is two things, a site and its test, or two tenants. The
    code of one that goes to the other is seen by people it was not meant for.

    Background:
      Given a client registered at the authorization server

    Scenario: The second one
      When the client asks for its code at its other redirect_uri
      Then the code goes there, or nowhere

  @rfc6749/3.1.2/redirect-uri-query-kept @must @form @redirect-uri-with-query
  Rule: The query of a registered redirect_uri is kept in the response
    RFC 6749 §3.1.2

    The client put it there to find its way back, a tenant or a provider. A server that
    writes its own query over it delivers the code to the wrong door.

    Background:
      Given a client that has registered a redirect URI with a query

    Scenario: Beside a code
      When the client asks for authorization at the redirect URI with a query
      Then the query of the redirect URI is kept

    Scenario: Beside an error
      When the client asks for an unknown response_type at the redirect URI with a query
      Then the query of the redirect URI is kept

  @rfc6749/4.1.2/state-returned-exactly @must @form
  Rule: The state comes back byte for byte, on success and on error
    RFC 6749 §4.1.2, §4.1.2.1

    The client compares it with what it kept. A state that comes back changed looks like
    a forgery, one that is missing beside an error leaves the client without its request.

    Background:
      Given a client registered at the authorization server

    Scenario Outline: A state of <text>, beside a code
      When the client asks for authorization with a state of <text>
      Then the state comes back as it was sent

      Examples: What is escaped once too often, or not at all
        | text                       |
        | every printable character  |
        | what separates parameters  |
        | percent signs              |
        | spaces at both ends        |
        | quotation marks and markup |
        | 512 characters             |

    Scenario Outline: A state of <text>, beside an error
      When the client asks for an unknown response_type with a state of <text>
      Then the state comes back as it was sent

      Examples: The same
        | text                       |
        | every printable character  |
        | what separates parameters  |
        | percent signs              |
        | spaces at both ends        |
        | quotation marks and markup |
        | 512 characters             |

    @needs-par
    Scenario: A state that was pushed, beside a code
      When the client pushes its request and goes on
      Then the state comes back as it was sent

    Scenario: None was sent, beside a code
      When the client asks for authorization without state
      Then no state comes back

    Scenario: None was sent, beside an error
      When the client asks for an unknown response_type without state
      Then no state comes back
