@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: Refreshing an access token
  A refresh token is a grant that lives for weeks. All that keeps it from being a key
  for whoever finds it is what the server looks at when it comes back.

  @rfc6749/6/refresh-yields-token @must @effect @needs-refresh
  Rule: A refresh token yields a new access token for its client
    RFC 6749 §6

    A client that cannot refresh sends its user to the login page every hour.

    Scenario Outline: A <type> client refreshes
      Given a <type> client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes
      Then an access token is issued

      @needs-public
      Examples: Without a secret
        | type   |
        | public |

      @needs-confidential
      Examples: With its secret
        | type         |
        | confidential |

    Scenario: The refresh token that a refresh has brought
      Given a client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token for it
      When the client refreshes
      Then an access token is issued

  @rfc6749/6/refresh-client-binding @must @effect @needs-refresh @needs-two-clients
  Rule: A refresh token is redeemed only by the client it was issued to
    RFC 6749 §6, §10.4

    Any client can send a token that it has found. If that is enough, the theft of one
    token is worth as much as the secret of its client.

    Scenario Outline: The refresh token of a <type> client in other hands
      Given a <type> client registered at the authorization server
      And a refresh token issued to the client
      When another client presents the refresh token
      Then the refresh of the other client is refused

      @needs-public
      Examples: Of a client without a secret
        | type   |
        | public |

      @needs-confidential
      Examples: Of a client with a secret
        | type         |
        | confidential |

    Scenario: The refresh token that a refresh has brought, in other hands
      Given a client registered at the authorization server
      And a refresh token issued to the client
      And the client has been given a new refresh token for it
      When another client presents the refresh token
      Then the refresh of the other client is refused

    @needs-public @needs-confidential
    Scenario: The refresh token of a client without a secret, shown by one that has one
      Given a public client registered at the authorization server
      And a refresh token issued to the client
      When another confidential client presents the refresh token
      Then the refresh of the other client is refused

  @rfc6749/6/unknown-refresh-token @must @effect @needs-refresh
  Rule: An unknown, altered or revoked refresh token yields no token
    RFC 6749 §6

    What looks like a refresh token is none. A server that compares the half of it, or
    looks it up among all its tokens, hands out weeks for minutes.

    Scenario Outline: The client presents <what>
      Given a client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes by presenting <what>
      Then the refresh is refused

      Examples: Never issued
        | what                                                        |
        | a made-up refresh token                                     |
        | the refresh token with a letter appended                    |
        | the refresh token with a character in its middle changed    |
        | the refresh token cut to its first half                     |
        | the refresh token without its last four characters          |
        | the refresh token with the case of a letter flipped         |
        | the refresh token with the algorithm none and no signature  |
        | the refresh token with another subject under its old signature |

      Examples: Issued as something else
        | what              |
        | its access token  |
        | its redeemed code |
        | an unused code    |

      @needs-openid
      Examples: Issued as something else to OpenID clients
        | what         |
        | its id_token |

    Scenario: A refresh token that was revoked
      Given a client registered at the authorization server
      And a refresh token issued to the client
      And the client has revoked the refresh token
      When the client refreshes
      Then the refresh is refused

  @rfc6749/6/refresh-client-unauthenticated @must @effect @needs-refresh @needs-confidential
  Rule: A confidential client gets no refresh without authenticating
    RFC 6749 §6

    The secret is what a thief of the refresh token lacks.

    Scenario Outline: The client refreshes <proof>
      Given a confidential client registered at the authorization server
      And a refresh token issued to the client
      When the client refreshes, but <proof>
      Then the refresh is refused

      Examples: None, a wrong one, an empty one
        | proof                       |
        | without its client_secret   |
        | with a wrong client_secret  |
        | with an empty client_secret |

  @rfc9700/4.14.2/rotated-refresh-token-race @should @derived @effect @needs-refresh @needs-concurrency @no-refresh-grace
  Rule: A rotated refresh token used many times at once yields tokens once at most
    RFC 9700 §4.14.2

    Rotation finds a thief by the second use. If both uses pass between the reading
    and the writing, there is no second one, and thief and client go on side by side.

    @repeats-20
    Scenario Outline: <copies> copies of one refresh arrive together
      Given a client registered at the authorization server
      When <copies> copies of the refresh of a token arrive at the same moment, in each of 20 rounds
      Then at most one access token is issued in each round

      Examples: Two tabs of a browser, many, a crowd
        | copies |
        | 2      |
        | 10     |
        | 32     |

    @property
    Scenario: Any number of copies
      Given a client registered at the authorization server
      Then no number of simultaneous refreshes with a token yields tokens twice
