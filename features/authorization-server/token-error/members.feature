@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The members of a token error
  A client acts on what it is told: it asks the user again, or gives up, or raises an
  alarm. It can do so only if the error is where and what it expects.

  Each request has one fault, is a well-formed form and comes by POST from a client
  that the server knows.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/5.2/error-status-and-type @must @form
  Rule: A token error is JSON with status 400, or 401 for invalid_client
    RFC 6749 §5.2

    An error under 200 passes for a token, one in HTML for an outage, and one under
    500 is tried again.

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the refusal is JSON with a status of OAuth

      Examples: One fault each
        | fault                                                     |
        | without code                                              |
        | without grant_type                                        |
        | without code_verifier                                     |
        | with an empty code                                        |
        | with a made-up code                                       |
        | with another verifier as the verifier                     |
        | with the grant_type "urn:example:grant-type:unknown"      |
        | with the redirect_uri "https://attacker.example/callback" |

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal is JSON with a status of OAuth

    @needs-refresh
    Scenario: A refresh token that nobody was given
      Given a refresh token issued to the client
      When the client refreshes by presenting a made-up refresh token
      Then the refusal is JSON with a status of OAuth

    @needs-refresh @needs-confidential
    Scenario: A client that does not prove itself
      Given a confidential client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes, but with a wrong client_secret
      Then the refusal is JSON with a status of OAuth

  @rfc6749/5.2/registered-error-code @must @form
  Rule: The error member is a registered error code
    RFC 6749 §5.2, §8.5

    The code is the one part of the answer that programs read. A word of the server's
    own means nothing to a client written to the RFC.

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the refusal has a registered error code

      Examples: One fault each
        | fault                                                     |
        | without code                                              |
        | without grant_type                                        |
        | without code_verifier                                     |
        | with an empty code                                        |
        | with a made-up code                                       |
        | with another verifier as the verifier                     |
        | with the grant_type "urn:example:grant-type:unknown"      |
        | with the redirect_uri "https://attacker.example/callback" |

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal has a registered error code

    @needs-refresh
    Scenario: A refresh token that nobody was given
      Given a refresh token issued to the client
      When the client refreshes by presenting a made-up refresh token
      Then the refusal has a registered error code

    @needs-refresh @needs-confidential
    Scenario: A client that does not prove itself
      Given a confidential client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes, but with a wrong client_secret
      Then the refusal has a registered error code

  @rfc6749/5.2/error-charset @must @form
  Rule: The error members keep to their permitted characters
    RFC 6749 §5.2, App. A.7 to A.9

    These texts are copied into headers and logs. A message that quotes what it was
    sent carries the sender's line breaks and quotation marks along.

    Scenario Outline: A redemption with <what> in its <parameter>
      When the client redeems the code with <what> in its <parameter>
      Then the error members keep to their characters

      Examples: A code that an error message is tempted to quote
        | what                 | parameter |
        | a quotation mark     | code      |
        | a backslash          | code      |
        | a line break         | code      |
        | a control character  | code      |
        | letters beyond ASCII | code      |
        | an emoji             | code      |

      Examples: The same in other parameters
        | what                 | parameter     |
        | a quotation mark     | grant_type    |
        | letters beyond ASCII | grant_type    |
        | a line break         | grant_type    |
        | a quotation mark     | client_id     |
        | a backslash          | client_id     |
        | letters beyond ASCII | client_id     |
        | a quotation mark     | redirect_uri  |
        | letters beyond ASCII | redirect_uri  |
        | a quotation mark     | code_verifier |
        | a line break         | code_verifier |

    @needs-refresh
    Scenario Outline: A refresh for a scope with <what>
      Given a refresh token issued to the client
      When the client refreshes for a scope with <what>
      Then the error members keep to their characters

      Examples: A scope that an error message is tempted to quote
        | what                 |
        | a quotation mark     |
        | a backslash          |
        | letters beyond ASCII |

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the error members keep to their characters

      Examples: What the server says of its own accord
        | fault                                 |
        | without code                          |
        | without code_verifier                 |
        | with another verifier as the verifier |

  @rfc6749/5.2/error-without-token @must @derived @form
  Rule: An error response has no token member
    RFC 6749 §5.2

    Some clients look for the error first, some for the token. An answer that holds
    both is a refusal to one and a grant to the other.

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the error comes without any token

      Examples: One fault each
        | fault                                                     |
        | without code                                              |
        | without code_verifier                                     |
        | with a made-up code                                       |
        | with another verifier as the verifier                     |
        | with the grant_type "urn:example:grant-type:unknown"      |
        | with the redirect_uri "https://attacker.example/callback" |

    Scenario: A code that was used before
      Given the client has redeemed the code
      When the client redeems the code
      Then the error comes without any token

  @rfc6749/5.2/error-not-cacheable @should @derived @form
  Rule: An error response is not cacheable
    RFC 6749 §5.2

    An answer from a cache is an answer to somebody else: a client is told of an error
    that it did not make.

    Scenario Outline: A redemption <fault>
      When the client redeems the code <fault>
      Then the refusal is stored by no cache

      Examples: One fault each
        | fault                                                |
        | without code                                         |
        | with a made-up code                                  |
        | with another verifier as the verifier                |
        | with the grant_type "urn:example:grant-type:unknown" |
