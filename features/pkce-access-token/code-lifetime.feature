@authorization-server @pkce-access-token
Feature: The five minutes of a code
  A code lives for five minutes and dies with its first use. Instants are judged with
  the tolerance of the target: just inside the five minutes, just past them, never on
  their last tick.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @pkce-access-token/expiry/before-five-minutes @doc @effect @needs-clock
  Rule: A code is good for five minutes from its issue
    PKCE Access Token document, request parameter code

    A client is told that it has five minutes. A code that dies sooner fails where
    somebody is slow, and nowhere else.

    @slow
    Scenario: Redeemed just before the five minutes are over
      When the client redeems the code just inside its 300 seconds
      Then an access token is issued, or the answer came too late to tell

    @property @slow @needs-movable-clock
    Scenario: Redeemed at any moment of the five minutes
      Then every code is redeemed at any moment of its 300 seconds

  @pkce-access-token/expiry/after-five-minutes @doc @effect @needs-clock
  Rule: A code is refused after five minutes
    PKCE Access Token document, request parameter code

    A code lingers in logs and browser histories. Its short life is what makes that
    harmless.

    @slow
    Scenario: Redeemed just after the five minutes
      When the client redeems the code just past its 300 seconds
      Then no access token is issued

    @property @slow @needs-movable-clock
    Scenario: Redeemed at any moment after the five minutes
      Then no code is redeemed at any moment past its 300 seconds

  @pkce-access-token/single-use/code-exchanged-once @must @effect @needs-concurrency @same-as:rfc6749/4.1.2/redeemed-code-again
  Rule: A code is exchanged once within its five minutes, even in a race
    RFC 6749 §4.1.2, §10.5

    Reading the code and spending it have to be one step. Two requests that fall
    between them are the commonest way a single-use code is used twice.

    Scenario: The same request a second time
      Given the client has redeemed the code
      When the client redeems the code
      Then no access token is issued

    @slow
    Scenario: The same request again at the end of its lifetime
      Given the client has redeemed the code
      When the client redeems the code just inside its lifetime
      Then no access token is issued

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

    @property
    Scenario: Any number of copies
      Then no number of simultaneous redemptions of a code yields two tokens
