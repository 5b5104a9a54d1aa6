@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The code challenge method
  The method says how challenge and verifier belong together. Its name is compared
  as a whole and in its case: a name that is nearly right is another name.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.4.1/unknown-method @must @effect @each-client
  Rule: An unknown challenge method gets no code
    RFC 7636 §4.4.1

    A name that falls through to plain makes the hash its own key; one that falls
    through to nothing takes the protection away.

    Scenario Outline: The method <method>
      When the client asks for authorization with the method <method>
      Then no authorization code is issued

      Examples: Names of other algorithms, and of none
        | method  |
        | S512    |
        | SHA256  |
        | SHA-256 |
        | RS256   |
        | none    |

      Examples: Less and more than a registered name
        | method |
        | 256    |
        | S25    |
        | S2567  |
        | pla    |
        | plain2 |

    @property
    Scenario: Any other name
      Then no method "unknown" yields an authorization code

  @rfc7636/6.2.1/method-in-wrong-case @must @effect @each-client
  Rule: A method name in another letter case gets no code
    RFC 7636 §6.2.1, §4.4.1

    Where one part of a server knows s256 and another does not, the second treats the
    challenge as plain: the hash that went over the front channel redeems the code.

    Scenario Outline: The method <method>
      When the client asks for authorization with the method <method>
      Then no authorization code is issued

      Examples: Both methods, in cases that are seen
        | method |
        | s256   |
        | Plain  |
        | PLAIN  |
        | pLAIN  |

    @property
    Scenario: Any other case
      Then no method "other case" yields an authorization code

  @rfc7636/4.4.1/method-with-stray-characters @must @derived @effect @each-client
  Rule: A method name with stray characters gets no code
    RFC 7636 §4.4.1

    A pattern without a true end, a comparison of beginnings, a list where one name
    belongs: each accepts what another part of the server reads differently.

    Scenario Outline: The method <method>
      When the client asks for authorization with the method <method>
      Then no authorization code is issued

      Examples: White space, NUL and quotes
        | method               |
        | S256 and a space     |
        | a space and S256     |
        | S256 and NUL         |
        | S256 and a line feed |
        | S256 in quotes       |

      Examples: One line of several
        | method                      |
        | S256, a line feed and more  |
        | S256 on a second line       |
        | plain, a line feed and more |

      Examples: Several names
        | method                  |
        | S256 and plain by comma |
        | S256 and plain by space |

      Examples: Characters that another alphabet turns into these
        | method                       |
        | S256 with a long s           |
        | S256 in fullwidth characters |

    Scenario: An escape that means no other character
      When the client asks for authorization with the method S256, its first letter percent-encoded
      Then an authorization code is issued

    @property
    Scenario: Any stray character, anywhere in a registered name
      Then no method "stray character" yields an authorization code

  @rfc6749/3.1/empty-challenge-method @must @derived @effect @each-client
  Rule: An empty code_challenge_method counts as omitted
    RFC 6749 §3.1; RFC 7636 §4.3

    A parameter without a value says nothing. Read as S256 it changes what the client
    asked for, read as no method at all it may switch the check off.

    Scenario: A verifier that is its own challenge
      When the client asks with a plain challenge and an empty method, then without the method, and redeems each code
      Then the first code is redeemed just where the second is

    Scenario: The hash of a verifier is no plain challenge for it
      When the client asks with an S256 challenge and an empty method and redeems the code with its verifier
      Then no access token is issued

  @rfc7636/4.4.1/plain-not-offered @must @effect @each-client @needs-no-plain
  Rule: A plain challenge gets no code where plain is not offered
    RFC 7636 §4.4.1

    Metadata that leaves plain out is a promise: who reads the authorization request
    cannot redeem the code. It holds only if plain is refused when it comes.

    Scenario: A well-formed plain challenge
      When the client asks for authorization with a plain challenge
      Then no authorization code is issued
