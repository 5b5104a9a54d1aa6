@authorization-server @challenge-code-token
Feature: The scope of a Challenge Code Token
  The scope names the entry points that a token opens. The document lets a client
  write the list with commas as well as with spaces.

  Background:
    Given a confidential client registered at the authorization server

  @challenge-code-token/request/scope-separators @doc @effect @needs-scope-config @comma-separates
  Rule: Scopes separated by commas and by spaces are read alike
    Challenge Code Token document, parameter scope

    A list that is read as one long name is a scope nobody has: the request fails, or
    the token is issued for less than was asked and fails at the resource.

    Scenario Outline: Two scopes <written>
      Given a token was issued for two scopes separated by a space
      When the client asks for a token with the two scopes <written>
      Then the same scope is granted as before

      Examples: Separators, blanks and order that carry no meaning
        | written                             |
        | separated by a comma                |
        | separated by a comma and a space    |
        | with blanks and commas around them  |
        | in the other order                  |
        | in the other order, with a comma    |

    @needs-resource @needs-scoped-resource
    Scenario: The second scope of a comma-separated list opens its entry point
      Given a token was issued for the two scopes separated by a comma
      When the client uses the token at the entry point of the second scope
      Then the resource opens

  @challenge-code-token/resource/scope-limits-use @doc @effect @needs-scope-config @needs-resource @needs-scoped-resource
  Rule: A token opens only the entry points of its scope
    Challenge Code Token document, parameter scope

    A scope that is written down and not looked at makes every token a token for
    everything.

    Scenario: The entry point of a scope that the token lacks
      Given a token was issued for the first scope alone
      When the client uses the token at the entry point of the second scope
      Then the resource does not open

    # Stays: the control in the words of the rule; where it is refused, nothing is told of the refusals.
    Scenario: The entry point of the scope that the token has
      Given a token was issued for the first scope alone
      When the client uses the token at the entry point of the first scope
      Then the resource opens
