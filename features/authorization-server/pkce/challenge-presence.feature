@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: A code challenge that is empty, alone, doubled or known already
  Half a PKCE request asks for protection and does not say which. Whatever the server
  makes of it, it never turns it into something weaker than no request at all.

  Background:
    Given a client registered at the authorization server

  @rfc6749/3.1/empty-code-challenge @must @derived @effect @each-client
  Rule: An empty code_challenge counts as absent
    RFC 6749 §3.1; RFC 7636 §4.3; RFC 9700 §4.8.2

    An empty text that is kept is there for one check and not there for the next: the
    code looks protected and any verifier redeems it.

    Scenario Outline: <asked>, the code redeemed <presented>
      When the client asks with <asked>, then without any challenge, and redeems each code <presented>
      Then the first code is no easier to redeem than the second

      Examples: Beside a method
        | asked              | presented              |
        | an empty challenge | with its verifier      |
        | an empty challenge | with an empty verifier |
        | an empty challenge | without a verifier     |

      Examples: Beside the method plain, and beside none
        | asked                                   | presented              |
        | an empty challenge and the method plain | with its verifier      |
        | an empty challenge and the method plain | with an empty verifier |
        | an empty challenge and the method plain | without a verifier     |
        | an empty challenge and no method        | with its verifier      |
        | an empty challenge and no method        | with an empty verifier |
        | an empty challenge and no method        | without a verifier     |

  @rfc7636/4.3/method-without-challenge @should @derived @effect @each-client
  Rule: A method sent without a challenge is refused
    RFC 7636 §4.3

    The client meant to use PKCE and something on the way took the challenge. A code
    that passes for protected is worse than a refusal.

    Scenario Outline: <asked>, the code redeemed <presented>
      When the client asks with <asked>, then without any challenge, and redeems each code <presented>
      Then the first code is no easier to redeem than the second

      Examples: Either method, and every way to redeem
        | asked                             | presented              |
        | the method S256 and no challenge  | with its verifier      |
        | the method S256 and no challenge  | with an empty verifier |
        | the method S256 and no challenge  | without a verifier     |
        | the method plain and no challenge | with its verifier      |
        | the method plain and no challenge | with an empty verifier |
        | the method plain and no challenge | without a verifier     |

  @rfc7636/4.5/omitted-method-still-binds @must @derived @effect @each-client
  Rule: A challenge sent without a method still binds the code
    RFC 7636 §4.3, §4.5

    Without a method the challenge is plain, or the request is refused. A third way,
    to drop it, hands the code to whoever intercepts it.

    Scenario Outline: <asked>, the code redeemed <presented>
      When the client asks with <asked> and redeems the code <presented>
      Then no access token is issued

      Examples: The method is left out
        | asked                           | presented              |
        | an S256 challenge and no method | without a verifier     |
        | an S256 challenge and no method | with an empty verifier |
        | an S256 challenge and no method | with another verifier  |
        | a plain challenge and no method | without a verifier     |
        | a plain challenge and no method | with an empty verifier |
        | a plain challenge and no method | with another verifier  |

      Examples: The method is empty
        | asked                                 | presented              |
        | an S256 challenge and an empty method | without a verifier     |
        | an S256 challenge and an empty method | with an empty verifier |
        | an S256 challenge and an empty method | with another verifier  |
        | a plain challenge and an empty method | without a verifier     |
        | a plain challenge and an empty method | with an empty verifier |
        | a plain challenge and an empty method | with another verifier  |

  @rfc6749/3.1/repeated-code-challenge @must @derived @effect
  Rule: A repeated code_challenge or code_challenge_method is refused
    RFC 6749 §3.1, §4.1.2.1

    Of two values a filter in front may see the one and the server bind the other.
    Which of them counts is then a matter of who reads first.

    Scenario Outline: Another <parameter> <place> the client's own
      When the client asks for authorization with another <parameter> <place> its own
      Then no authorization code is issued

      Examples: Servers that take the last, and servers that take the first
        | parameter             | place  |
        | code_challenge        | before |
        | code_challenge        | after  |
        | code_challenge_method | before |
        | code_challenge_method | after  |

    @needs-par
    Scenario Outline: Another <parameter> <place> the client's own, in a pushed request
      When the client pushes a request with another <parameter> <place> its own and goes on
      Then no authorization code is issued

      Examples: Challenge and method
        | parameter             | place  |
        | code_challenge        | before |
        | code_challenge_method | after  |

  @rfc6749/3.1/repeated-equal-challenge @should @derived @effect
  Rule: A code_challenge or its method repeated with one value is refused
    RFC 6749 §3.1

    Two equal values do no harm yet. They show that the parser in use does not notice
    a repetition at all, or that somebody thought it worth forgiving.

    Scenario Outline: The <parameter> said twice
      When the client asks for authorization with its <parameter> said twice
      Then no authorization code is issued

      Examples: Challenge and method
        | parameter             |
        | code_challenge        |
        | code_challenge_method |

  @rfc9700/2.1.1/constant-challenge @may @effect
  Rule: A challenge reused over several authorizations is noticed and refused
    RFC 9700 §2.1.1

    A client that sends one challenge for ever protects nothing. A server can tell;
    whether this one does is noted.

    Scenario: The challenge of a code that was redeemed
      Given an authorization code bound to a code challenge
      And the client has redeemed the code
      When the client asks with the same challenge again and redeems the code
      Then the reuse is refused, or noted
