@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What was asked for and what is granted
  Scope is what the user agreed to. The response says it where it is not what the client
  asked for; a response without a word about it grants what was asked for.

  @rfc6749/3.3/scope-is-a-set @must @effect @needs-scope-config
  Rule: Scope is a case-sensitive set in which order makes no difference
    RFC 6749 §3.3

    Libraries sort, merge and repeat scopes as they please. A server to which the order
    means something grants by accident.

    Background:
      Given a client registered at the authorization server

    Scenario Outline: Two scopes <written>
      Given a token of two scopes
      When the client asks for the same two scopes <written>
      Then the same set of scopes is granted

      Examples: Other texts for one set
        | written                     |
        | in the other order          |
        | with one of them repeated   |
        | with both of them repeated  |

    Scenario: Another case is another scope
      When the client asks for two scopes, the second in the other case
      Then the second scope is not granted

  @rfc6749/3.3/omitted-scope @must @derived @effect
  Rule: An omitted scope is either refused or replaced by a reported default
    RFC 6749 §3.3, §4.1.2.1, §5.1

    A client that asked for nothing cannot know what it holds. Silence here hides that
    everything was granted.

    Background:
      Given a client registered at the authorization server

    Scenario: No scope at all
      When the client asks for no scope
      Then nothing is granted, or the response tells the scope

  @rfc6749/3.3/unknown-scope @should @derived @effect
  Rule: An unknown or malformed scope is never granted
    RFC 6749 §3.3, §5.2

    A scope that is granted unseen is one that a resource may come to know tomorrow. It
    is refused, or left out and the response says so.

    Background:
      Given a client registered at the authorization server

    Scenario Outline: A scope <unknown> beside one that is known
      When the client asks for a scope <unknown> beside its own
      Then the unknown scope is not granted

      Examples: Within the grammar, and outside of it
        | unknown                  |
        | made up                  |
        | of a quotation mark      |
        | of a backslash           |
        | of a letter beyond ASCII |

    @needs-scope-config @comma-separates-nothing
    Scenario: Two scopes that a comma makes one
      When the client asks for two scopes with a comma between them
      Then the comma separates nothing

  @rfc6749/4.1.3/scope-at-redemption @must @derived @effect @needs-scope-config
  Rule: A scope sent at redemption does not widen the grant
    RFC 6749 §4.1.3

    The user was asked at authorization and is not there any more. What the token request
    adds, nobody has agreed to.

    Background:
      Given a client registered at the authorization server

    Scenario: One scope granted, two asked for later
      When the client asks for one scope at authorization and for two at redemption
      Then the scope of the authorization is not exceeded
