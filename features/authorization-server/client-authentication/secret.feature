@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The secret of a confidential client
  A confidential client proves who it is in every token request, with the secret that
  it was given and in the one way that it is registered for.

  @rfc6749/3.2.1/confidential-client-unauthenticated @must @effect @needs-confidential @client-secret
  Rule: A confidential client gets no token without authenticating
    RFC 6749 §3.2.1, §4.1.3

    Its name is no secret, and neither the code nor the verifier says who sends them:
    both can be stolen from the same place.

    Scenario: The client only names itself
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code without its secret
      Then no access token is issued

    Scenario: The client authenticates in its own way with a wrong password
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code with a wrong secret
      Then no access token is issued

    Scenario Outline: The client names itself, and sends <what>
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code under the header "Authorization: <credentials>" alone
      Then no access token is issued

      Examples: Credentials of nobody
        | what                         | credentials       |
        | a password without a name    | Basic OnBhc3N3b3Jk |
        | a token that nobody issued   | Bearer x          |

    Scenario: The client names itself, and sends an access token of its own
      Given a confidential client with a secret
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with its access token in place of its secret
      Then no access token is issued

  @rfc6749/2.3.1/credentials-in-uri @must @effect @needs-confidential @client-secret
  Rule: Client credentials in the URI are not accepted
    RFC 6749 §2.3.1

    Addresses are written into logs all along the way. A secret that a server takes
    from there is soon the secret of everybody who can read them.

    Scenario: Name and secret in the query
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code with its client_id and client_secret in the URI
      Then those credentials have not helped

    Scenario: The secret alone in the query
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code with its client_secret in the URI
      Then those credentials have not helped

  @rfc6749/2.3/two-authentication-methods @should @effect @needs-confidential @client-secret
  Rule: A request with two client authentication methods is refused
    RFC 6749 §2.3, §5.2

    Two proofs leave open which of them was checked. If one alone will do, the other
    can be anything.

    Scenario: By Basic and in the body, both right
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      When the client redeems the code by Basic and with its secret in the body
      Then no access token is issued

  @rfc6749/3.2.1/failed-authentication-keeps-code @should @practice @effect @needs-confidential @client-secret
  Rule: A code survives a failed client authentication
    RFC 6749 §3.2.1

    Whoever can burn a code without knowing the secret can lock the real client out.
    Burning it is lawful all the same: the code had been seen by somebody else.

    Scenario: The right password after a wrong one
      Given a confidential client with a secret
      And an authorization code bound to a code challenge
      And its authentication has failed with that code
      When the client redeems the code
      Then an access token is issued

  @rfc6749/5.2/wrong-client-secret @must @effect @needs-confidential @client-secret
  Rule: A wrong client secret yields no token, in the body or by HTTP Basic
    RFC 6749 §2.3.1, §5.2

    A comparison that trims, ignores case or stops early makes a long secret short.
    Each guess follows a right password, so that none of them locks the client out.

    Scenario: The secret is empty
      Given a confidential client that sends its secret in the body
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with an empty secret in the body
      Then those credentials have not helped

    Scenario Outline: The secret is <altered>
      Given a confidential client that sends its secret in the body
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with its secret <altered> in the body
      Then no access token is issued

      Examples: Near the right one, and far from it
        | altered                           |
        | replaced by a random one          |
        | followed by a space               |
        | preceded by a space               |
        | followed by a letter              |
        | followed by NUL and a letter      |
        | without its last character        |
        | with the case of a letter flipped |

    @needs-two-clients
    Scenario: The secret is that of another client
      Given a confidential client that sends its secret in the body
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with the secret of another client in the body
      Then no access token is issued

    @basic-client
    Scenario: The password of HTTP Basic is empty
      Given a confidential client that uses HTTP Basic
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials and an empty password
      Then those credentials have not helped

    @basic-client
    Scenario Outline: The password of HTTP Basic is the secret <altered>
      Given a confidential client that uses HTTP Basic
      And an access token issued to the client
      And an authorization code bound to a code challenge
      When the client redeems the code with Basic credentials and its secret <altered>
      Then no access token is issued

      Examples: Near the right one, and far from it
        | altered                           |
        | replaced by a random one          |
        | followed by a space               |
        | preceded by a space               |
        | followed by a letter              |
        | followed by NUL and a letter      |
        | without its last character        |
        | with the case of a letter flipped |

  @rfc6749/2.3.1/secret-brute-force @may @effect @needs-confidential @client-secret @opt-in
  Rule: Repeated guesses at a client secret are throttled
    RFC 6749 §2.3.1

    An endpoint that takes passwords can be asked all day. How it defends itself is
    left open and can take longer to show than this suite asks, so it is only noted.

    Scenario: Fifty guesses, and then the right password
      Given a confidential client with a secret
      And an access token issued to the client
      When 50 wrong passwords and then the right one are tried
      Then the guessing was held up, or that it was not is noted
