@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The parameters of a token request
  Each parameter counts once, an empty one not at all, and one that nobody knows
  changes nothing. Wherever two readers could differ, an attacker picks the reading.

  @rfc6749/3.2/repeated-token-parameter @must @derived @effect
  Rule: A token request that repeats a parameter is refused
    RFC 6749 §3.2, §5.2

    One reader takes the first of two values, another the last. What a gateway has
    checked is then not what the server goes by.

    Scenario Outline: A second <parameter> <place> the client's own
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with a second <parameter> <place> its own
      Then no access token is issued

      Examples: Two values, of which the right one comes last or first
        | parameter     | place  |
        | grant_type    | before |
        | grant_type    | after  |
        | code          | before |
        | code          | after  |
        | redirect_uri  | before |
        | redirect_uri  | after  |
        | client_id     | before |
        | client_id     | after  |
        | code_verifier | before |
        | code_verifier | after  |

    @client-secret
    Scenario Outline: A second client_secret <place> the client's own
      Given a confidential client that sends its secret in the body
      And an authorization code bound to a code challenge
      When the client redeems the code with its secret in the body and a second one <place> it
      Then no access token is issued

      Examples: Either order
        | place  |
        | before |
        | after  |

    @needs-refresh
    Scenario Outline: A second refresh_token <place> the client's own
      Given a client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes with a second refresh_token <place> its own
      Then the refresh is refused

      Examples: Where the last one counts, and where the first does
        | place  |
        | before |
        | after  |

    # Stays: what it finds is noted and breaks nothing.
    Scenario: The scope said twice, which a redemption has no use for
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with two values of scope
      Then the outcome of two scopes is noted

    @property
    Scenario: Any parameter of the request, at any place
      Given a client registered at the authorization server
      Then no redemption in which a parameter has two values yields a token

  @rfc6749/3.2/repeated-equal-parameter @should @derived @effect
  Rule: A parameter repeated with an equal value is refused
    RFC 6749 §3.2

    The two agree, so nothing is swapped yet. A server that lets them pass counts
    values, not parameters, and is one encoding away from a difference.

    Scenario Outline: The same <parameter> twice
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with its <parameter> said twice
      Then no access token is issued

      Examples: What the request hangs on
        | parameter     |
        | code_verifier |
        | code          |
        | client_id     |
        | grant_type    |
        | redirect_uri  |

    @property
    Scenario: Any parameter of the request, at any place
      Given a client registered at the authorization server
      Then no redemption in which a parameter stands twice alike yields a token

  @rfc6749/5.2/repetition-is-invalid-request @must @form
  Rule: A repeated parameter is answered with invalid_request
    RFC 6749 §3.2, §5.2

    The request is wrong as it stands, whatever its values are. A client that reads
    invalid_grant throws its code away and asks the user again.

    Scenario Outline: A second <parameter> <place> the client's own
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with a second <parameter> <place> its own
      Then the refusal names invalid_request

      Examples: Two values
        | parameter     | place  |
        | grant_type    | before |
        | grant_type    | after  |
        | code          | before |
        | code          | after  |
        | redirect_uri  | before |
        | redirect_uri  | after  |
        | client_id     | before |
        | client_id     | after  |
        | code_verifier | before |
        | code_verifier | after  |

    Scenario Outline: The same <parameter> twice
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with its <parameter> said twice
      Then the refusal names invalid_request

      Examples: One value twice
        | parameter     |
        | grant_type    |
        | code          |
        | redirect_uri  |
        | client_id     |
        | code_verifier |

  @rfc6749/3.2/empty-token-parameter @must @effect
  Rule: An empty token request parameter counts as omitted
    RFC 6749 §3.2

    A form with an empty field is what many clients send for nothing. An empty value
    that is looked up, compared or hashed is a value that nobody meant.

    Scenario Outline: An empty <parameter>
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with an empty <parameter>
      Then the empty <parameter> has not helped

      Examples: Without them there is nothing to redeem
        | parameter  |
        | code       |
        | grant_type |

    @needs-public
    Scenario: The empty name of a client that has nothing else to name itself by
      Given a public client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with an empty client_id
      Then the empty client_id has not helped

    @basic-client
    Scenario: The empty name of a client that authenticates by Basic
      Given a confidential client that uses HTTP Basic
      And an authorization code bound to a code challenge
      When the client redeems the code with an empty client_id
      Then an access token is issued

    Scenario Outline: An empty <parameter> beside a complete request
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with an empty <parameter>
      Then an access token is issued

      Examples: Without them nothing is missing
        | parameter |
        | scope     |
        | unknown   |

  @rfc6749/3.2/unknown-token-parameter @must @effect
  Rule: An unrecognised token request parameter is ignored
    RFC 6749 §3.2

    Extensions add parameters. A server that refuses what it does not know breaks the
    clients of tomorrow, and those that send one request to many servers.

    Scenario Outline: <parameter> with the value <value>
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code and adds <parameter> with the value "<value>"
      Then an access token is issued

      Examples: Parameters of nobody, and of other requests
        | parameter             | value |
        | foo                   | bar   |
        | resource_hint         | 1     |
        | code_challenge_method | S256  |

    @property
    Scenario: Any unknown parameters, at any place
      Given a client registered at the authorization server
      Then the code is redeemed whatever unknown parameters stand beside its own
