@authorization-server @challenge-code-token
Feature: The challenge of a Challenge Code Token
  A token is bound when it is asked for: to the S256 hash of a verifier or, under
  plain, to the verifier itself. What is let through here is what the resource
  will have to live with.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/request/challenge-required @doc @effect
  Rule: A request without a challenge yields no token
    Challenge Code Token document, parameter code_challenge

    Without a challenge the token is bound to nothing and opens the resource to
    whoever finds it.

    Scenario: The challenge is left out
      When the client asks for a token without code_challenge
      Then no access token is issued

    Scenario: The challenge and its method are left out
      When the client asks for a token without code_challenge and code_challenge_method
      Then no access token is issued

    Scenario: The challenge is empty
      When the client asks for a token with an empty code_challenge
      Then no access token is issued

  @challenge-code-token/request/plain-and-s256-only @doc @effect
  Rule: A request with a method other than plain or S256 yields no token
    Challenge Code Token document, parameter code_challenge_method

    A name that is nearly right and falls through to plain binds the token to a hash
    as though the hash were the verifier: whoever saw the request can use it.

    Scenario Outline: The method <method>
      When the client asks for a token with the code_challenge_method <method>
      Then no access token is issued

      Examples: Names that nothing is registered under
        | method   |
        | "S512"   |
        | "SHA256" |
        | "none"   |

      Examples: The right names in the wrong case
        | method  |
        | "s256"  |
        | "PLAIN" |
        | "Plain" |

      Examples: The right name and something beside it
        | method       |
        | "S256 "      |
        | " S256"      |
        | "S256,plain" |

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: The method S256 itself
      When the client asks for a token with the code_challenge_method "S256"
      Then an access token is issued

  @challenge-code-token/request/method-defaults-to-plain @doc @effect
  Rule: A request without a method is taken as plain
    Challenge Code Token document, parameter code_challenge_method

    Where client and server differ on the default, one hashes and the other does not:
    honest tokens open nothing, and the challenge itself opens some.

    Scenario: A challenge that only plain allows
      When the client asks for a token with a challenge of 64 characters and no method
      Then an access token is issued

    @needs-resource
    Scenario: The verifier is its own challenge
      Given a token was issued for a plain challenge sent without a method
      When the client uses the token with its verifier
      Then the resource opens

    @needs-resource
    Scenario: An empty method, where the server takes it
      Given a token was issued for a plain challenge sent with an empty method, if the server takes that
      When the client uses the token with its verifier
      Then the resource opens

    @needs-resource
    Scenario: A hash sent without a method is not hashed again
      Given a token was issued for an S256 challenge sent without a method
      When the client uses the token with its challenge as the verifier
      Then the resource opens

    @needs-resource
    Scenario: What was hashed to make it proves nothing
      Given a token was issued for an S256 challenge sent without a method
      When the client uses the token with its verifier
      Then the resource does not open

  @challenge-code-token/request/empty-method-is-none @should @derived @effect
  Rule: An empty method counts as one left out
    RFC 6749 §3.2; Challenge Code Token document, parameter code_challenge_method

    A form that is filled in by a program has all its fields. Where one of them has
    nothing to say the default stands, at the endpoints of OAuth and so here.

    Scenario: A request that is granted without a method
      When the client asks for a token without a method, and then with an empty one
      Then an access token is issued

  @challenge-code-token/request/challenge-grammar @doc @derived @effect
  Rule: A challenge is accepted only within the grammar of its method
    Challenge Code Token document, flow process; RFC 7636 §4.1, §4.2

    A plain challenge is the verifier, and below the floor it can be guessed. An S256
    challenge of another form can never be met: its token is dead when it is issued.

    Scenario Outline: A plain challenge of <length> characters
      When the client asks for a token with a plain challenge of <length> characters
      Then an access token is issued

      Examples: Both ends of the permitted range, and one step inside each
        | length |
        | 43     |
        | 44     |
        | 127    |
        | 128    |

    Scenario Outline: A plain challenge of <length> characters is outside the range
      When the client asks for a token with a plain challenge of <length> characters
      Then no access token is issued

      Examples: One step outside each end, and far outside
        | length |
        | 1      |
        | 42     |
        | 129    |

    Scenario Outline: A plain challenge that holds <name>
      When the client asks for a token with a plain challenge that holds "<character>"
      Then no access token is issued

      Examples: Characters that no verifier holds
        | name          | character |
        | a space       | space     |
        | a plus sign   | +         |
        | a slash       | /         |
        | an equals sign | =        |
        | a percent sign | %        |
        | a line feed   | line feed |
        | a letter beyond ASCII | e with acute |

    Scenario: Every mark that a verifier can hold
      When the client asks for a token with a plain challenge that holds each of "-._~"
      Then an access token is issued

    # Stays: a server that minds refuses some of the controls as well, by chance; this asks each time.
    Scenario: An S256 challenge that holds both marks of base64url
      When the client asks for a token with a well-formed S256 challenge that holds "-" and "_"
      Then an access token is issued

    Scenario Outline: An S256 challenge <altered>
      When the client asks for a token with an S256 challenge <altered>
      Then no access token is issued

      Examples: Of another length
        | altered                    |
        | without its last character |
        | with a character appended  |
        | said twice                 |

      Examples: In another encoding
        | altered                            |
        | padded                             |
        | in the standard alphabet           |
        | in the standard alphabet and padded |
        | as lower-case hex                  |
        | hashed with SHA-1                  |
        | hashed with SHA-512                |

    @property
    Scenario: Any challenge inside or outside the grammar
      Then exactly the well-formed challenges yield a token

  @challenge-code-token/request/verifier-instead-of-challenge @should @derived @effect
  Rule: A verifier in the token request never stands in for the challenge
    RFC 7636 §4.5; Challenge Code Token document, flow process

    The point of the hash is that the verifier stays with the device until it is used.
    A server that hashes a verifier it is sent invites clients to send it.

    Scenario: A verifier and no challenge
      When the client asks for a token with its code_verifier instead of a challenge
      Then no access token is issued

    Scenario: A verifier and an empty challenge
      When the client asks for a token with its code_verifier and an empty code_challenge
      Then no access token is issued

    @needs-resource
    Scenario: A challenge, and beside it the verifier of another
      When the client sends another code_verifier with its challenge and uses it on the token
      Then the resource does not open
