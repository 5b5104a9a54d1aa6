@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The characters of a code verifier
  A verifier is made of the 66 characters that no part of a URL or a form changes:
  letters and digits of ASCII, hyphen, dot, underscore and tilde.

  In every scenario the challenge is made from the very verifier that is presented
  later, so that a single character of it is the only thing that can be wrong.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.1/legal-verifier-characters @must @derived @effect @each-client
  Rule: An unreserved character is accepted at any place in a verifier
    RFC 7636 §4.1, §4.6

    Verifiers are often drawn in base64url, and checks written for that alphabet turn
    away the dot and the tilde that other clients use.

    Scenario Outline: A verifier with <characters>
      Given an authorization code bound to a verifier with <characters>
      When the client redeems the code
      Then an access token is issued

      Examples: All of the 66, and nothing but one mark
        | characters         |
        # Stays: a server that minds one of these refuses some of the controls as well, by chance; this asks each time.
        | the whole alphabet |
        | hyphens only       |
        | dots only          |
        | underscores only   |
        | tildes only        |

      # Stays: a server that minds refuses some of the controls as well, by chance; these ask each time.
      Examples: A mark where a name could not have one
        | characters                 |
        | a hyphen at the start      |
        | a hyphen at the end        |
        | a dot at the start         |
        | a dot at the end           |
        | an underscore at the start |
        | an underscore at the end   |
        | a tilde at the start       |
        | a tilde at the end         |

  @rfc7636/4.1/illegal-verifier-characters @should @derived @effect @each-client
  Rule: A verifier with an ASCII character outside the grammar is refused
    RFC 7636 §4.1

    What is not in the alphabet is changed by some encoding on the way, or means
    something to a shell, a log or a query. A server that hashes it asks for trouble.

    Scenario Outline: A verifier with <character> in it
      Given an authorization code bound to a verifier with <character> in the middle
      When the client redeems the code
      Then no access token is issued

      Examples: The space, which a form turns into a plus sign
        | character |
        | space     |

      Examples: The plus sign and the slash, which base64 has and base64url has not
        | character |
        | +         |
        | /         |

      Examples: The equals sign, which pads base64
        | character |
        | =         |

      Examples: The percent sign, which begins an escape
        | character |
        | %         |

      Examples: Every other one
        | character |
        | !         |
        | "         |
        | #         |
        | $         |
        | &         |
        | '         |
        | (         |
        | )         |
        | *         |
        | ,         |
        | :         |
        | ;         |
        | <         |
        | >         |
        | ?         |
        | @         |
        | [         |
        | \\        |
        | ]         |
        | ^         |
        | `         |
        | {         |
        | \|        |
        | }         |

    @property
    Scenario: Any of them, anywhere in a verifier of any length
      Then no verifier with a "punctuation" character redeems the code bound to it

  @rfc7636/4.1/non-ascii-verifier @should @derived @effect @each-client
  Rule: A verifier with a non-ASCII character is refused
    RFC 7636 §4.1, §4.2

    The transform is defined for the octets of ASCII. Beyond them two servers, or two
    languages, hash one text to two values.

    Scenario Outline: A verifier with <character> in it
      Given an authorization code bound to a verifier with <character> in the middle
      When the client redeems the code
      Then no access token is issued

      Examples: Letters and digits to a pattern that knows Unicode, and one beyond the 16-bit plane
        | character         |
        | e with acute      |
        | Arabic digit zero |
        | fullwidth A       |
        | key emoji         |

    Scenario Outline: <octets> in it, hashed <reading>
      When the client redeems a code with "<octets>" in the verifier, hashed <reading>
      Then no access token is issued

      Examples: No UTF-8, and what a lax decoder makes of it
        | octets                         | reading                   |
        | an octet that UTF-8 never uses | as they stand             |
        | an octet that UTF-8 never uses | as replacement characters |
        | an octet that UTF-8 never uses | as Latin-1                |
        | an overlong encoding of A      | as they stand             |
        | an overlong encoding of A      | as replacement characters |
        | an overlong encoding of A      | as Latin-1                |
        | an overlong encoding of A      | as the letter A           |

    @property
    Scenario: Any of them, anywhere in a verifier of any length
      Then no verifier with a "non-ASCII" character redeems the code bound to it

  @rfc7636/4.1/control-character-in-verifier @should @derived @effect @each-client
  Rule: A verifier with a control character is refused
    RFC 7636 §4.1

    The end of a pattern is often the end of a line, and the end of a string often its
    first NUL: what stands behind is hashed and was never looked at.

    Scenario Outline: A verifier with <character> <place>
      Given an authorization code bound to a verifier with <character> <place>
      When the client redeems the code
      Then no access token is issued

      Examples: In front of everything a pattern looks at
        | character                     | place        |
        | NUL                           | at the start |
        | BEL                           | at the start |
        | tab                           | at the start |
        | line feed                     | at the start |
        | carriage return               | at the start |
        | carriage return and line feed | at the start |
        | DEL                           | at the start |

      Examples: In the middle, where a line or a string may end
        | character                     | place         |
        | NUL                           | in the middle |
        | BEL                           | in the middle |
        | tab                           | in the middle |
        | line feed                     | in the middle |
        | carriage return               | in the middle |
        | carriage return and line feed | in the middle |
        | DEL                           | in the middle |

      Examples: Behind everything a pattern looks at
        | character                     | place      |
        | NUL                           | at the end |
        | BEL                           | at the end |
        | tab                           | at the end |
        | line feed                     | at the end |
        | carriage return               | at the end |
        | carriage return and line feed | at the end |
        | DEL                           | at the end |

    @property
    Scenario: Any of them, anywhere in a verifier of any length
      Then no verifier with a "control" character redeems the code bound to it
