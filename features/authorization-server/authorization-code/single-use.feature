@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: A code is used once
  A code passes through a browser, its history and the logs of whatever lies between.
  Who finds it there finds it used.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/4.1.2/redeemed-code-again @must @effect
  Rule: A code that has been redeemed is never redeemed again
    RFC 6749 §4.1.2, §10.5

    The second request knows all that the first one knew. Nothing tells the thief from
    the client but that one of them came first.

    Scenario: The same request a second time
      Given the client has redeemed the code
      When the client redeems the code
      Then no access token is issued

    @needs-par
    Scenario: The same request a second time, for the code of a pushed request
      Given an authorization code of a pushed request
      And the client has redeemed the code
      When the client redeems the code
      Then no access token is issued

    Scenario: Once more, without the verifier
      Given the client has redeemed the code
      When the client redeems the code without code_verifier
      Then no access token is issued

    Scenario: After another code was issued and redeemed
      Given the client has redeemed the code
      And an access token issued to the client for another code
      When the client redeems the code
      Then no access token is issued

    @needs-confidential
    Scenario: By a client that authenticates
      Given a confidential client registered at the authorization server
      And an authorization code bound to a code challenge
      And the client has redeemed the code
      When the client redeems the code
      Then no access token is issued

    @needs-two-clients
    Scenario: By another client than the first time
      Given the client has redeemed the code
      When another client redeems the code
      Then no access token is issued

    @needs-refresh
    Scenario: After its refresh token was used
      Given a refresh token issued to the client
      And the client has refreshed with it
      When the client redeems the code
      Then no access token is issued

    Scenario: After somebody has tried it with a wrong verifier
      Given the client has redeemed the code
      And the code has been replayed with a wrong verifier
      When the client redeems the code
      Then no access token is issued

    @slow @needs-code-lifetime
    Scenario: The same request again at the end of its lifetime
      Given the client has redeemed the code
      When the client redeems the code just inside its lifetime
      Then no access token is issued

    @property @needs-movable-clock
    Scenario: Any sequence of codes, redemptions right and wrong, and pauses
      Then no story of codes ends in a second token for one code

  @rfc6749/4.1.2/code-reuse-race @must @effect @needs-concurrency
  Rule: A code redeemed many times at once yields tokens once at most
    RFC 6749 §4.1.2, §10.5

    Reading the code and spending it have to be one step. Two requests that fall
    between them are the commonest way a single-use code is used twice.

    @repeats-20
    Scenario Outline: <copies> redemptions of one code arrive together, <rivals>
      When <copies> redemptions of a code arrive at the same moment, <rivals>, in each of 20 rounds
      Then at most one access token is issued in each round

      Examples: A double click, an impatient client, an attack
        | copies | rivals    |
        | 2      | all alike |
        | 10     | all alike |
        | 32     | all alike |

      Examples: Somebody guesses meanwhile
        | copies | rivals                            |
        | 10     | every other with a wrong verifier |
        | 32     | every other with a wrong verifier |

      @needs-two-clients
      Examples: Somebody else has the code as well
        | copies | rivals                        |
        | 10     | every other by another client |
        | 32     | every other by another client |

    @repeats-20 @needs-confidential
    Scenario: 10 redemptions by a client that authenticates
      Given a confidential client registered at the authorization server
      When 10 redemptions of a code arrive at the same moment, all alike, in each of 20 rounds
      Then at most one access token is issued in each round

    @property
    Scenario: Any number of copies
      Then no number of simultaneous redemptions of a code yields two tokens

  @rfc6749/4.1.2/code-reuse-revokes-tokens @should @effect
  Rule: The replay of a code revokes the tokens issued from it
    RFC 6749 §4.1.2, §10.5

    Of two who present one code, one has stolen it, and it may have been the first. Who
    cannot tell takes back what was given. A token that its resource reads by itself
    may outlive this, which is noted.

    @needs-resource
    Scenario: The access token
      Given the client has redeemed the code
      And the code has been replayed
      When the client uses the token when a revocation has had time to spread
      Then the token opens nothing

    @needs-refresh
    Scenario: The refresh token
      Given the client has redeemed the code
      And the code has been replayed
      When the client refreshes when a revocation has had time to spread
      Then no access token is issued

    @needs-resource @needs-refresh
    Scenario: The access token of a refresh
      Given a refresh token issued to the client
      And the client has been given a new refresh token for it
      And the code has been replayed
      When the client uses the token when a revocation has had time to spread
      Then the token opens nothing

    # Stays: what it finds is noted and breaks nothing.
    @needs-resource
    Scenario: A replay that could not have succeeded
      Given the client has redeemed the code
      And the code has been replayed with a wrong verifier
      When the client uses the token
      Then what became of the token is noted

    @property @needs-movable-clock
    Scenario: Any sequence of codes, redemptions, refreshes, uses and pauses
      Then no story of codes ends in a token that outlives the replay of its code
