@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: Whose code it is
  A code stands for what one user allowed one client. Whoever else brings it, brings
  something that is not theirs.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/4.1.3/code-client-binding @must @effect @needs-two-clients
  Rule: A code is redeemed only by the client it was issued to
    RFC 6749 §4.1.3, §10.5

    Otherwise a client that the user trusts little turns in the codes of one that they
    trust much. Whether the attempt burns the code is noted.

    Scenario: Another client, with all that belongs to the code
      When another client redeems the code
      Then no access token is issued
      And what becomes of it in the hands of its own client is noted

    @needs-par
    Scenario: Another client, with the code of a pushed request
      Given an authorization code of a pushed request
      When another client redeems the code
      Then no access token is issued

    @needs-public
    Scenario: A public client that names itself
      When another public client redeems the code
      Then no access token is issued

    @needs-confidential
    Scenario: A confidential client that proves itself
      When another confidential client redeems the code
      Then no access token is issued

    @needs-public @needs-confidential
    Scenario: A public client with the code of a confidential one
      Given a confidential client registered at the authorization server
      And an authorization code bound to a code challenge
      When another public client redeems the code
      Then no access token is issued

    Scenario: Another client that was refused it before
      Given another client has tried to redeem the code
      When another client redeems the code
      Then no access token is issued

    @property @needs-movable-clock
    Scenario: Any sequence of codes, redemptions right and wrong, and pauses
      Then no story of codes ends in a token for the code of another client

  @rfc6749/4.1.3/unknown-code @must @derived @effect
  Rule: An unknown, altered or foreign credential is not redeemed as a code
    RFC 6749 §4.1.3

    A lookup by prefix or in any case shrinks the space that was to be searched. One that
    finds tokens as well makes a code of whatever leaks.

    Scenario: A code that nobody issued
      When the client redeems the code with a made-up code
      Then no access token is issued

    Scenario Outline: A code <altered>
      When the client redeems the code <altered>
      Then no access token is issued

      Examples: What a lookup may forgive
        | altered                            |
        | without its last character         |
        | without its last four characters   |
        | without its first character        |
        | with a character appended          |
        | with its middle character changed  |
        | with the case of a letter flipped  |
        | with a wildcard for its end        |
        | said twice                         |

    Scenario Outline: An <name> for a code
      Given the client has redeemed the code
      When the client presents the <name> that came of the code as a code
      Then no access token is issued

      Examples: What came of the code itself
        | name          |
        | access_token  |
        | id_token      |

      @needs-refresh
      Examples: What lives longest
        | name          |
        | refresh_token |

  @rfc6749/5.2/dead-code-is-invalid-grant @must @form
  Rule: A used, expired, unknown, foreign or mis-redirected code is invalid_grant
    RFC 6749 §5.2

    A client that reads invalid_grant sends the user through authorization again; any
    other error tells it that its own request is at fault, and it gives up.

    Scenario: A code that was used
      Given the client has redeemed the code
      When the client redeems the code
      Then the refusal names invalid_grant

    @slow @needs-code-lifetime
    Scenario: A code that has expired
      When the client redeems the code just past its lifetime
      Then the refusal names invalid_grant

    Scenario: A code that nobody issued
      When the client redeems the code with a made-up code
      Then the refusal names invalid_grant

    Scenario: A code that was altered
      When the client redeems the code with its middle character changed
      Then the refusal names invalid_grant

    @needs-two-clients
    Scenario: A code of another client
      When another client redeems the code
      Then the refusal names invalid_grant

    Scenario: A code that was sent elsewhere
      When the client redeems the code with its redirect_uri with a path appended
      Then the refusal names invalid_grant
