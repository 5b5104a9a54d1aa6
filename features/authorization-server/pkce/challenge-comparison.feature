@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The comparison of challenge and verifier
  A challenge is compared as a text and as a whole. Only a challenge that was tampered
  with shows a server that compares part of it: an altered verifier hashes to
  something that differs everywhere.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.6/challenge-compared-whole @must @derived @effect @each-client
  Rule: A challenge that differs anywhere from the verifier's hash redeems nothing
    RFC 7636 §4.6

    A comparison of the first characters, or of what fits into a column, leaves so few
    bits that a verifier is found by trying.

    Scenario Outline: The right verifier for a challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: The ends, and both sides of the twentieth character
        | altered                   |
        | with character 1 changed  |
        | with character 19 changed |
        | with character 20 changed |
        | with character 21 changed |
        | with character 42 changed |

      Examples: The same characters in another order
        | altered                                  |
        | with two neighbouring characters swapped |

  @rfc7636/4.6/challenge-spare-bits @must @derived @effect @each-client
  Rule: A challenge that differs in its spare bits alone does not match
    RFC 7636 §4.6

    The last of 43 characters has two bits to spare, and four texts decode to one
    hash. A server that compares octets accepts all four.

    Scenario Outline: The right verifier for a challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: The three other texts
        | altered                      |
        | with spare bits set          |
        | with the other spare bit set |
        | with both spare bits set     |

  @rfc7636/4.6/case-sensitive-comparison @must @derived @effect @each-client
  Rule: Challenge and verifier are compared case-sensitively
    RFC 7636 §4.6

    A database that compares text by its own rules takes capitals for small letters.
    That costs nearly a bit for each letter.

    Scenario Outline: The right verifier for a challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: One letter, and all of them
        | altered                               |
        | with the case of a letter flipped     |
        | with the case of every letter flipped |
        | in lower case                         |
        | in upper case                         |

    Scenario Outline: The verifier <altered> for the right challenge
      Given an authorization code bound to a code challenge
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: One letter, and all of them
        | altered                               |
        | with the case of a letter flipped     |
        | with the case of every letter flipped |
        | in lower case                         |
        | in upper case                         |

  @rfc7636/4.6/near-s256-transform @must @derived @effect @each-client
  Rule: A challenge made by a transform close to S256 does not match
    RFC 7636 §4.6

    A server that tries several transforms until one fits accepts the mistakes of every
    client, and with them more than one verifier for a challenge.

    Scenario Outline: The right verifier for a challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: Hashed once too often, or after a change
        | altered                        |
        | hashed twice                   |
        | hashed from the decoded octets |
        | hashed with a line feed        |
        | hashed in lower case           |
        | hashed in upper case           |
        | hashed in UTF-16               |
        | hashed in big-endian UTF-16    |

      Examples: Hashed by something else
        | altered                          |
        | hashed as HMAC with an empty key |
        | hashed with SHA-1                |
        | hashed with SHA-512              |

      Examples: Not hashed at all
        | altered             |
        | the verifier itself |

  @rfc7636/4.6/plain-compared-whole @must @derived @effect @each-client @needs-plain
  Rule: Under plain only the whole identical verifier redeems
    RFC 7636 §4.6

    No hash stands between challenge and verifier here: whatever the comparison
    forgives is forgiven to whoever saw most of the challenge.

    Scenario Outline: The verifier <altered>
      Given an authorization code bound to a plain challenge of 86 characters
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Less of it, more of it, or nearly it
        | altered                           |
        | cut to its first 50 characters    |
        | cut to its last 50 characters     |
        | with NUL and junk appended        |
        | with a space appended             |
        | with a character appended         |
        | with the case of a letter flipped |
        | with character 1 changed          |
        | with character 86 changed         |

    Scenario Outline: <presented> in its place
      Given an authorization code bound to a plain challenge of 86 characters
      When the client redeems the code with <presented> as the verifier
      Then no access token is issued

      Examples: Another of the same kind, and what hashes it
        | presented         |
        | another verifier  |
        | its own S256 hash |

    Scenario: An empty verifier
      Given an authorization code bound to a plain challenge of 86 characters
      When the client redeems the code with an empty code_verifier
      Then no access token is issued

    Scenario: No verifier
      Given an authorization code bound to a plain challenge of 86 characters
      When the client redeems the code without code_verifier
      Then no access token is issued
