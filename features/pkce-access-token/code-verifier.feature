@authorization-server @pkce-access-token
Feature: The verifier of the PKCE Access Token
  The document has the client draw 43 to 128 characters and encode them; what comes
  out is sent, and its hash went ahead. Here the verifier is what is sent: its length,
  its hash and its grammar are those of the encoded text.

  Background:
    Given a client registered at the authorization server

  @pkce-access-token/verifier/documented-lengths @doc @effect
  Rule: A verifier of 43 to 128 characters is exchanged under S256
    PKCE Access Token document, request parameter code_verifier

    A client that follows the document sends 58 characters at the least, as encoding
    lengthens what was drawn. What happens beyond 128 is noted: RFC 7636 ends there.

    Scenario Outline: <drawn> characters drawn, <length> sent
      Given an authorization code bound to a verifier of <drawn> characters in base64url
      When the client redeems the code
      Then an access token is issued

      Examples: The shortest, one in between, and the longest that RFC 7636 admits
        | drawn | length |
        | 43    | 58     |
        | 64    | 86     |
        | 96    | 128    |

    # Stays: what it finds is noted and breaks nothing.
    Scenario: 128 characters drawn, 171 sent
      Given an authorization code bound to a verifier of 128 characters in base64url
      When the client redeems the code
      Then what comes of the 171 characters is noted

    @property
    Scenario: Any length from 58 to 128
      Then every verifier of 58 to 128 characters redeems the code bound to it

  @pkce-access-token/verifier/hashed-as-sent @doc @derived @effect
  Rule: The verifier is hashed as sent, not as it was before encoding
    PKCE Access Token document, request parameter code_verifier; RFC 7636 §4.2

    The text can be read as hashing what was drawn. The server never sees that; one
    that decodes to get at it accepts two verifiers for one challenge.

    Scenario: The encoded verifier, whose hash went ahead
      Given an authorization code bound to a verifier of 43 characters in base64url
      When the client redeems the code
      Then an access token is issued

    Scenario: The encoded verifier, where the hash of what was drawn went ahead
      Given an authorization code bound to a verifier of 43 characters
      When the client redeems the code with the verifier in base64url once more
      Then no access token is issued

    Scenario: What was drawn, where the hash of the encoded verifier went ahead
      Given an authorization code bound to a verifier of 43 characters in base64url
      When the client redeems the code with the verifier decoded from base64url
      Then no access token is issued

  @pkce-access-token/verifier/overlong-after-encoding @should @derived @effect
  Rule: A verifier that encoding made longer than 128 characters is refused
    PKCE Access Token document, request parameter code_verifier; RFC 7636 §4.1

    Its twin of 128 characters stands among the documented lengths. A server that the
    target file says to admit 171 characters is judged beyond those.

    Scenario: One character more than the server is to admit
      Given an authorization code bound to a verifier one character longer than the target admits
      When the client redeems the code
      Then no access token is issued

    @rfc-verifier-limit
    Scenario: The longest string of the document, encoded
      Given an authorization code bound to a verifier of 128 characters in base64url
      When the client redeems the code
      Then no access token is issued

  @pkce-access-token/verifier/printed-samples-too-short @should @derived @effect
  Rule: The short sample verifiers printed in the document are refused
    PKCE Access Token document, request example and request parameter code_verifier

    They are shortened for print. Taken at their word they invite verifiers that can
    be searched for by whoever saw the challenge.

    Scenario Outline: The sample of <length> characters
      Given an authorization code bound to the verifier "<verifier>"
      When the client redeems the code
      Then no access token is issued

      Examples: As printed
        | verifier                | length |
        | lw22ZEI0JwNflL4sjEISwk8 | 23     |
        | lw22ZEINflL4sjEISwk8    | 20     |

    Scenario: One character below the floor
      Given an authorization code bound to a verifier of 42 characters
      When the client redeems the code
      Then no access token is issued

    @property
    Scenario: Any length below 43
      Then no verifier of 1 to 42 characters redeems the code bound to it

  @pkce-access-token/verifier/wrong-verifier-at-exchange @doc @effect @each-client @same-as:rfc7636/4.6/mismatched-verifier
  Rule: A wrong verifier yields no access token
    PKCE Access Token document, request parameter code_verifier; RFC 7636 §4.6

    This comparison is all that PKCE is. Who intercepts a code has seen the challenge
    perhaps, and the verifier not.

    Scenario Outline: <presented> in its place
      Given an authorization code bound to a code challenge
      When the client redeems the code with <presented> as the verifier
      Then no access token is issued

      Examples: What somebody without the verifier can send
        | presented                         |
        | another verifier                  |
        | its challenge                     |
        | the S256 hash of its challenge    |
        | another verifier of 43 characters |

    Scenario Outline: The right verifier <altered>
      Given an authorization code bound to a verifier of 86 characters
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: Single characters, early, late and where truncating hashes end
        | altered                   |
        | with character 1 changed  |
        | with character 43 changed |
        | with character 72 changed |
        | with character 73 changed |
        | with character 86 changed |

      Examples: Cut short or drawn out
        | altered                       |
        | cut to its first 43 characters |
        | cut to its first 85 characters |
        | with a character appended     |
        | said twice                    |

      Examples: What tolerant comparisons forgive
        | altered                                |
        | in lower case                          |
        | with the case of a letter flipped      |
        | with a space appended                  |
        | with a line feed appended              |
        | with NUL and junk appended             |
        | with an equals sign appended           |
        | percent-encoded twice                  |

    Scenario Outline: The right verifier for a challenge <altered>
      When the client asks with its challenge <altered> and redeems the code with its verifier
      Then no access token is issued

      Examples: What shows a server that compares a part of the hash, or knows no case
        | altered                           |
        | with character 1 changed          |
        | with character 21 changed         |
        | with character 42 changed         |
        | with the case of a letter flipped |

    @property
    Scenario: Any small edit of any verifier
      Then no edited verifier redeems the code
