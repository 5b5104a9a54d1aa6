@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What the authorization endpoint makes of a request
  A request comes by way of a browser, so anybody can have written it. Before login a
  server may stop on a page instead of redirecting, with any status: both are refusals,
  and no scenario here asks for one form of them.

  Background:
    Given a client registered at the authorization server

  @rfc6749/3.1/authorize-by-get @must @effect
  Rule: The authorization endpoint accepts GET
    RFC 6749 §3.1

    A client sends the browser there by a redirect or a link, and both are GET. A server
    that takes POST alone is out of reach of every ordinary client.

    Scenario: A well-formed request
      When the client asks for authorization
      Then an authorization code is issued by GET

  @rfc6749/3.1.1/missing-or-unknown-response-type @must @effect
  Rule: A missing or unknown response_type gets no code
    RFC 6749 §3.1.1, §4.1.2.1

    The response type says what the client is ready to receive. A server that guesses
    sends credentials to places where nobody expects them.

    Scenario: None is named
      When the client asks for authorization without response_type
      Then no authorization code is issued

    Scenario Outline: The response type "<named>"
      When the client asks for authorization with the response_type "<named>"
      Then no authorization code is issued

      Examples: Nobody has registered it
        | named            |
        | foo              |
        | authorization    |

      Examples: It only looks like the registered one
        | named     |
        | CODE      |
        | codex     |
        | code,code |

      Examples: One registered name and one that nobody knows
        | named    |
        | code foo |
        | foo code |

  @rfc6749/3.1/empty-authorization-parameter @must @effect
  Rule: An empty authorization parameter counts as omitted
    RFC 6749 §3.1

    Forms and templates send empty values where there is nothing to say. What the server
    does without the parameter, it does with an empty one.

    Scenario Outline: An empty <name>
      When the client asks for authorization with an empty <name>, and without it
      Then the empty parameter counts as omitted

      Examples: Required, optional, and optional with a default
        | name          |
        | response_type |
        | client_id     |
        | redirect_uri  |
        | scope         |
        | state         |

  @rfc6749/3.1/unknown-authorization-parameter @must @effect
  Rule: An unrecognised authorization parameter is ignored
    RFC 6749 §3.1

    Extensions are tried before every server knows them. One that stumbles over a name it
    has never heard makes each of them a breaking change.

    Scenario Outline: A parameter called <name>
      When the client asks for authorization with the <name> "<value>"
      Then an authorization code is issued

      Examples: Extensions that nobody has written
        | name   | value |
        | foo    | bar   |
        | x-test | 1     |

      Examples: Names that trip parsers which build objects of what they read
        | name        | value    |
        | __proto__   | polluted |
        | constructor | x        |
        | scope[]     | admin    |
        | a.b         | c        |

  @rfc6749/3.1/repeated-authorization-parameter @must @derived @effect
  Rule: A repeated authorization parameter is refused
    RFC 6749 §3.1, §4.1.2.1

    Two readers of one request take different values: the filter in front the first, the
    server behind the last. Each value here would be good by itself.

    Scenario Outline: A second <name> <place> the first
      When the client asks for authorization with a second <name> <place> its own
      Then no authorization code is issued

      Examples: Where the first value counts, and where the last does
        | name          | place  |
        | response_type | before |
        | response_type | after  |
        | redirect_uri  | before |
        | redirect_uri  | after  |
        | state         | before |
        | state         | after  |

      @names-scope
      Examples: The scope, where the request has one
        | name  | place  |
        | scope | before |
        | scope | after  |

      @needs-two-clients
      Examples: The client itself
        | name      | place  |
        | client_id | before |
        | client_id | after  |

    @needs-par
    Scenario: A second redirect_uri after the first, in a pushed request
      When the client pushes a request with a second redirect_uri after its own and goes on
      Then no authorization code is issued
