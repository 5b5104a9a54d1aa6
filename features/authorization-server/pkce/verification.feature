@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The verification of the code verifier
  The server transforms the verifier it is shown and holds it against the challenge of
  the code. What does not fit character for character, or is not there, redeems
  nothing.

  Background:
    Given a client registered at the authorization server

  @rfc7636/4.6/mismatched-verifier @must @effect @each-client
  Rule: A verifier that does not match the challenge redeems nothing
    RFC 7636 §4.6

    This comparison is all that PKCE is. Who intercepts a code has perhaps seen the
    challenge, and never the verifier.

    Scenario Outline: <presented> in its place
      Given an authorization code bound to a code challenge
      When the client redeems the code with <presented> as the verifier
      Then no access token is issued

      Examples: Verifiers of somebody else
        | presented                          |
        | another verifier                   |
        | another verifier of 43 characters  |
        | another verifier of 128 characters |

      Examples: What can be computed from the challenge
        | presented                      |
        | the S256 hash of its challenge |

    Scenario: Another verifier for the second time
      Given an authorization code bound to a code challenge
      And another verifier has failed with that code
      When the client redeems the code with another verifier as the verifier
      Then no access token is issued

    Scenario Outline: The right verifier <altered>
      Given an authorization code bound to a code challenge
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: The same characters in another order
        | altered                                  |
        | with two neighbouring characters swapped |
        | reversed                                 |

      Examples: Another encoding of it
        | altered                |
        | in base64url once more |

    Scenario: The text that the right verifier encodes
      Given an authorization code bound to a verifier of 64 characters in base64url
      When the client redeems the code with the verifier decoded from base64url
      Then no access token is issued

    @property
    Scenario: Any small edit of any verifier
      Then no edited verifier redeems the code

  @rfc7636/4.6/mismatch-is-invalid-grant @must @form @each-client
  Rule: A verifier that does not match is answered with invalid_grant
    RFC 7636 §4.6

    The client has to begin again, and this code tells it so. The status of the answer
    is another rule's concern.

    Scenario Outline: <presented> in its place
      Given an authorization code bound to a code challenge
      When the client redeems the code with <presented> as the verifier
      Then the refusal names invalid_grant

      Examples: Well-formed verifiers that do not fit
        | presented                          |
        | another verifier                   |
        | another verifier of 43 characters  |
        | another verifier of 128 characters |
        | its challenge                      |

  @rfc7636/4.5/missing-verifier @must @derived @effect @each-client
  Rule: A code bound to a challenge is not redeemed without a verifier
    RFC 7636 §4.5; RFC 9700 §2.1.1, §4.8.2

    A check that runs only when a verifier is present is no check: who stole the code
    leaves the verifier out.

    Scenario: The verifier is left out
      Given an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then no access token is issued, and the error is noted

    Scenario: The verifier is left out once another one has failed
      Given an authorization code bound to a code challenge
      And another verifier has failed with that code
      When the client redeems the code without code_verifier
      Then no access token is issued, and the error is noted

    @needs-plain
    Scenario: The verifier of a plain challenge is left out
      Given an authorization code bound to a plain challenge
      When the client redeems the code without code_verifier
      Then no access token is issued, and the error is noted

  @rfc6749/3.2/empty-verifier @must @derived @effect @each-client
  Rule: An empty verifier counts as missing
    RFC 6749 §3.2; RFC 7636 §4.5

    To many languages an empty text is false, and a check that asks whether there is a
    verifier takes it for none to check. Others hash it, and find what was sent ahead.

    Scenario: An empty verifier in place of the right one
      Given an authorization code bound to a code challenge
      When the client redeems the code with an empty code_verifier
      Then no access token is issued

    Scenario Outline: The text <text>, which some take for nothing
      Given an authorization code bound to a code challenge
      When the client redeems the code with the code_verifier <text>
      Then no access token is issued

      Examples: False, absent or blank to one language or another
        | text        |
        | "0"         |
        | " "         |
        | "null"      |
        | "undefined" |
        | "false"     |

    Scenario: An empty verifier whose very hash went ahead
      When the client presents an empty verifier for the challenge that is its hash
      Then no access token is issued

    Scenario: No verifier, where the hash of an empty one went ahead
      When the client presents no verifier for the challenge that is the hash of an empty one
      Then no access token is issued

  @rfc7636/4.6/challenge-as-verifier @must @effect @each-client
  Rule: An S256 challenge is not accepted as its own verifier
    RFC 7636 §4.6

    The challenge travels through the user agent, and who reads it there tries it
    first. A server that takes it has made S256 plain.

    Scenario: The challenge in place of the verifier
      Given an authorization code bound to a code challenge
      When the client redeems the code with its challenge as the verifier
      Then no access token is issued

  @rfc7636/4.6/hashed-verifier-under-plain @must @effect @each-client @needs-plain
  Rule: A hash of the verifier is not accepted for a plain challenge
    RFC 7636 §4.6

    Under plain the verifier is the challenge and nothing else. A server that tries one
    transform after the other doubles what an attacker may present.

    Scenario: The hash of the verifier, where the verifier went ahead
      Given an authorization code bound to a plain challenge
      When the client redeems the code with its own S256 hash as the verifier
      Then no access token is issued

    Scenario: What was hashed, where the hash went ahead as a plain challenge
      Given an authorization code bound to the hash of its verifier as a plain challenge
      When the client redeems the code
      Then no access token is issued

    Scenario: The hash itself, where the hash went ahead as a plain challenge
      Given an authorization code bound to the hash of its verifier as a plain challenge
      When the client redeems the code with its own S256 hash as the verifier
      Then an access token is issued

  @rfc7636/4.6/verifier-one-character-off @must @derived @effect @each-client
  Rule: A verifier with one changed character is refused, wherever the change is
    RFC 7636 §4.6

    Columns that are too short, and hashes that read 72 octets and no more, look at the
    beginning alone. What they leave out can be anything.

    Scenario Outline: 128 characters with the one at <place> changed
      Given an authorization code bound to a verifier of 128 characters
      When the client redeems the code with the verifier with character <place> changed
      Then no access token is issued

      Examples: Both ends, and where reading could have stopped
        | place |
        | 1     |
        | 43    |
        | 44    |
        | 72    |
        | 73    |
        | 74    |
        | 127   |
        | 128   |

    @needs-plain
    Scenario Outline: 128 characters under plain with the one at <place> changed
      Given an authorization code bound to a plain challenge of 128 characters
      When the client redeems the code with the verifier with character <place> changed
      Then no access token is issued

      Examples: Both ends, and where reading could have stopped
        | place |
        | 1     |
        | 43    |
        | 44    |
        | 72    |
        | 73    |
        | 74    |
        | 127   |
        | 128   |

  @rfc7636/4.6/truncated-or-extended-verifier @must @derived @effect @each-client
  Rule: A truncated or extended verifier is refused
    RFC 7636 §4.6

    Two texts of which one begins with the other are not equal. A field that drops what
    does not fit makes them so.

    Scenario Outline: 86 characters <altered>
      Given an authorization code bound to a verifier of 86 characters
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Cut short or drawn out
        | altered                        |
        | cut to its first 43 characters |
        | cut to its first 85 characters |
        | cut to its last 43 characters  |
        | without its first character    |
        | without its middle character   |
        | with a character appended      |
        | with a character in front      |
        | with a character in the middle |
        | said twice                     |

    Scenario Outline: The longest verifier <altered>
      Given an authorization code bound to a verifier of 128 characters
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Past the end of the field that holds it
        | altered                   |
        | with a character appended |
        | said twice                |

    @needs-plain
    Scenario Outline: 86 characters under plain, <altered>
      Given an authorization code bound to a plain challenge of 86 characters
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Cut short or drawn out
        | altered                        |
        | cut to its first 43 characters |
        | cut to its first 85 characters |
        | with a character appended      |
        | said twice                     |

  @rfc7636/4.5/verifier-outside-body @must @derived @effect @each-client
  Rule: A verifier outside the request body does not count
    RFC 7636 §4.5; RFC 6749 §4.1.3

    Addresses and header fields stand in logs, and the body does not. A server that
    looks everywhere teaches its clients to leave the verifier there.

    Scenario: In the query of the address
      Given an authorization code bound to a code challenge
      When the client redeems the code with only its code_verifier in the query
      Then no access token is issued

    Scenario: In the query of the address, beside another one in the body
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier in the body and its own in the query
      Then no access token is issued

    Scenario: In a header field of its own
      Given an authorization code bound to a code challenge
      When the client redeems the code with its verifier in a header field alone
      Then no access token is issued

    Scenario: In a cookie
      Given an authorization code bound to a code challenge
      When the client redeems the code with its verifier in a cookie alone
      Then no access token is issued

  @rfc6749/3.2/repeated-verifier @must @derived @effect @each-client
  Rule: A token request with a repeated code_verifier is refused
    RFC 6749 §3.2, §5.2

    One part of a server reads the first, another the last. Between the two of them
    neither is checked.

    Scenario: Another verifier, then the right one
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier before its own
      Then no access token is issued

    Scenario: The right verifier, then another one
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier after its own
      Then no access token is issued

  @rfc6749/3.2/verifier-lookalike-parameter @must @derived @effect @each-client
  Rule: A parameter whose name merely resembles code_verifier does not count
    RFC 6749 §3.2

    Brackets make a list or an object of a parameter in many frameworks. A check
    written for a text then compares something else, or asks a database to.

    Scenario Outline: The right verifier under the name "<name>"
      Given an authorization code bound to a code challenge
      When the client redeems the code with its code_verifier under the name "<name>"
      Then no access token is issued

      Examples: As a list or an object
        | name                     |
        | code_verifier[]          |
        | code_verifier[0]         |
        | code_verifier[$eq]       |
        | code_verifier[value]     |
        | code_verifier.value      |

      Examples: In another writing
        | name                     |
        | Code_Verifier            |
        | CODE_VERIFIER            |
        | codeVerifier             |
        | code-verifier            |
        | code.verifier            |

      Examples: With something at its edge
        | name                     |
        | amp;code_verifier        |
        | verifier                 |

    Scenario: The right verifier under the name with a space in front
      Given an authorization code bound to a code challenge
      When the client redeems the code with its code_verifier under the name " code_verifier"
      Then no access token is issued

    Scenario Outline: "<field>" in its place
      Given an authorization code bound to a code challenge
      When the client redeems the code with "<field>" in place of its code_verifier
      Then no access token is issued

      Examples: Conditions that hold for anything
        | field                        |
        | code_verifier[$ne]=x         |
        | code_verifier[$exists]=true  |
        | code_verifier[$regex]=.*     |
        | code_verifier[length]=43     |
        | code_verifier[length]=64     |
        | code_verifier[__proto__]=x   |

  @rfc9700/2.1.1/secret-and-verifier-both-needed @must @derived @effect @needs-confidential
  Rule: A confidential client redeems only with both its secret and the verifier
    RFC 9700 §2.1.1; RFC 7636 §4.6

    The secret shows who asks, the verifier that the flow is the one he began. A code
    injected into the client's own session is redeemed with the right secret.

    Background:
      Given a confidential client registered at the authorization server
      And an authorization code bound to a code challenge

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: Both
      When the client redeems the code
      Then an access token is issued

    Scenario: The secret with another verifier
      When the client redeems the code with another verifier as the verifier
      Then no access token is issued

    Scenario: The secret without a verifier
      When the client redeems the code without code_verifier
      Then no access token is issued

    Scenario: The verifier with a wrong secret
      When the client redeems the code with a wrong secret
      Then no access token is issued

    Scenario: The verifier without the secret
      When the client redeems the code without its secret
      Then no access token is issued

  @rfc7636/4.5/secret-replaces-no-verifier @must @derived @effect @needs-public
  Rule: A client_secret never replaces the verifier of a public client
    RFC 7636 §4.5; RFC 9700 §2.1.1

    A server that takes any secret for a sign of a confidential client, and asks those
    for no verifier, is satisfied with a secret that nobody was ever given.

    Background:
      Given a public client registered at the authorization server

    Scenario: No verifier and a made-up secret
      Given an authorization code bound to a code challenge
      When the client redeems the code without code_verifier and with a made-up client_secret
      Then no access token is issued

    Scenario: Another verifier and a made-up secret
      Given an authorization code bound to a code challenge
      When the client redeems the code with another verifier as the verifier and a made-up client_secret
      Then no access token is issued

    @needs-require-pkce
    Scenario: A code without a challenge and a made-up secret
      When the client leaves PKCE out of the flow and redeems with a made-up client_secret
      Then no access token is issued

  @rfc7636/4.5/challenge-under-optional-pkce @must @derived @effect @each-client
  Rule: A bound challenge is enforced even where PKCE is optional
    RFC 7636 §4.5; RFC 9700 §4.8.2

    A switch that makes PKCE optional belongs to the client, the challenge to the code.
    Where the switch wins, nobody who uses PKCE is protected by it.

    Scenario: No verifier, from a client for which PKCE is optional
      Given the client has redeemed a code without PKCE
      And an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then no access token is issued

    Scenario: Another verifier, from a client for which PKCE is optional
      Given the client has redeemed a code without PKCE
      And an authorization code bound to a code challenge
      When the client redeems the code with another verifier as the verifier
      Then no access token is issued

  @rfc7636/4.6/unicode-lookalike-verifier @must @derived @effect @each-client
  Rule: A Unicode look-alike of the verifier is refused
    RFC 7636 §4.6

    A verifier is a sequence of octets. Normalised or folded before it is hashed, one
    text stands for many.

    Scenario Outline: The verifier <altered>
      Given an authorization code bound to a code challenge
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Characters that compatibility normalisation turns back
        | altered                  |
        | with KELVIN SIGN for K   |
        | with a fullwidth letter  |
        | in fullwidth characters  |

  @rfc6749/10.5/code-after-failed-verifier @may @practice @effect @each-client
  Rule: A code meets one consistent fate after a failed verifier, kept or burned
    RFC 6749 §10.5

    Burning a code stops guessing, keeping it stops whoever saw a code from spoiling a
    login. Either serves; a code whose fate depends on luck serves nobody.

    Scenario: Another verifier, then the right one, three times over
      When the client redeems 3 codes with another verifier and then with the right one
      Then the codes meet one fate, which is noted

  @rfc6749/5.2/failed-verifier-leaks-nothing @must @practice @form @each-client
  Rule: A failed verifier check reveals no token, challenge or verifier
    RFC 6749 §5.2; RFC 7636 §7

    A message that prints what was expected beside what came hands the challenge to who
    guessed, and both to every log on the way.

    Scenario Outline: <presented> in its place
      Given an authorization code bound to a code challenge
      When the client redeems the code with <presented> as the verifier
      Then the refusal gives nothing away

      Examples: What does not fit
        | presented                           |
        | another verifier                    |
        | its challenge                       |
        | the S256 hash of its challenge      |

    Scenario Outline: The right verifier <altered>
      Given an authorization code bound to a code challenge
      When the client redeems the code with the verifier <altered>
      Then the refusal gives nothing away

      Examples: What nearly fits
        | altered                         |
        | with the last character changed |
        | with a character appended       |
        | with NUL appended               |

    Scenario: No verifier
      Given an authorization code bound to a code challenge
      When the client redeems the code without code_verifier
      Then the refusal gives nothing away

    @needs-plain
    Scenario: Another verifier for a plain challenge
      Given an authorization code bound to a plain challenge
      When the client redeems the code with another verifier as the verifier
      Then the refusal gives nothing away

  @rfc7636/4.6/constant-time-comparison @should @practice @form @not-observable
  Rule: The comparison takes the same time however much of the verifier matches
    RFC 7636 §4.6

    Excluded: the difference is some nanoseconds in an exchange of milliseconds, it
    matters for plain alone, and a code that is burned or limited after a failure ends
    the measurement before it says anything. A certificate is no place for a guess.

  @rfc7636/7.1/bounded-verifier-guessing @should @practice @effect @opt-in
  Rule: Guesses at the verifier of one code are limited
    RFC 7636 §7.1; RFC 6749 §10.10

    Where a server takes verifiers that are short enough to be guessed, only a limit
    stands between a stolen code and its token. Burning the code is the simplest.

    Scenario: Twenty wrong verifiers, then the right one
      When the client redeems a code with 20 wrong verifiers of 8 characters and then with the right one
      Then no access token is issued any more
