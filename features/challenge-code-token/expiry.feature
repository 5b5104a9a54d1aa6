@authorization-server @challenge-code-token
Feature: The minute of a Challenge Code Token
  A token lives for sixty seconds. Instants are judged with the tolerance of the
  target: just inside the minute, just outside it, never on its last tick.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/expiry/before-sixty-seconds @doc @effect @needs-clock @needs-resource
  Rule: A token is valid for sixty seconds from its issue
    Challenge Code Token document, valid period

    A client plans its minute by the document. A token that dies sooner fails where
    nobody expects it, on slow devices first.

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: Used at once
      Given a token was issued for an S256 challenge
      When the client uses the token with its verifier
      Then the resource opens, or the answer came too late to tell

    @slow @needs-concurrent-tokens
    Scenario Outline: Used after <seconds> seconds
      Given a token was issued for an S256 challenge
      And <seconds> seconds have passed since then
      When the client uses the token with its verifier
      Then the resource opens, or the answer came too late to tell

      Examples: Within the minute
        | seconds |
        | 30      |
        | 45      |

    @slow @needs-concurrent-tokens
    Scenario: Used just before the minute is over
      Given a token was issued for an S256 challenge
      And the token is about to expire
      When the client uses the token with its verifier
      Then the resource opens, or the answer came too late to tell

  @challenge-code-token/expiry/after-sixty-seconds @doc @effect @needs-clock @needs-resource
  Rule: A token is refused after sixty seconds
    Challenge Code Token document, valid period

    The minute is what limits the loss of a token together with its verifier.

    @slow
    Scenario: Used for the first time just after the minute
      Given a token was issued for an S256 challenge
      And the token has expired
      When the client uses the token with its verifier
      Then the resource does not open

    @slow
    Scenario: A plain token just after the minute
      Given a token was issued for a plain challenge
      And the token has expired
      When the client uses the token with its verifier
      Then the resource does not open

    @property @needs-movable-clock @needs-concurrent-tokens
    Scenario: Any instants around the end of the minute
      Then no token of 60 seconds opens the resource at an age at which another was refused

  @challenge-code-token/expiry/use-extends-nothing @doc @derived @effect @needs-clock @needs-resource @several-uses
  Rule: A token lives no longer for being used
    Challenge Code Token document, valid period

    A minute that starts anew with each use is no minute: a thief who keeps using a
    token keeps it alive.

    @slow
    Scenario: Used twice on the way, then just after the minute
      Given a token was issued for an S256 challenge
      And the token was used after 20 and after 40 seconds
      And the token has expired
      When the client uses the token with its verifier
      Then the resource does not open

    @property @needs-movable-clock
    Scenario: Any sequence of requests, uses and pauses
      Then no story of requests, uses and pauses ends in a token that lives longer for being used

  @challenge-code-token/expiry/expires-in-within-sixty @doc @derived @form
  Rule: The expires_in member, if present, is a number from 1 to 60
    Challenge Code Token document, valid period; RFC 6749 §5.1

    A client that believes in an hour asks for nothing new when the minute is over.

    Scenario Outline: The response to <article> <method> challenge
      When a token is issued for <article> <method> challenge
      Then its expires_in, if present, is a number from 1 to 60

      Examples: Both methods
        | article | method |
        | an      | S256   |
        | a       | plain  |

  @challenge-code-token/expiry/renewal-without-refresh @doc @effect @needs-clock
  Rule: An expired token is renewed by a fresh request, never by a refresh
    Challenge Code Token document, valid period

    A refresh would carry the access on without a new verifier, and so without anyone
    proving anything.

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    @slow
    Scenario: A fresh request after the minute
      Given a token was issued for an S256 challenge
      And the token has expired
      When the client asks for a token
      Then an access token is issued

    Scenario: A refresh within the minute
      Given a token was issued for an S256 challenge
      When the client asks for a refresh of the token
      Then no access token is issued

    @slow
    Scenario: A refresh after the minute
      Given a token was issued for an S256 challenge
      And the token has expired
      When the client asks for a refresh of the token
      Then no access token is issued
