@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The members of a token response
  Every client library reads these few members, and most read them without a second
  look. What stands elsewhere or in another type is lost, or believed.

  Background:
    Given a client registered at the authorization server

  @rfc6749/5.1/token-response-is-json @must @form
  Rule: A token response is a JSON object with status 200
    RFC 6749 §5.1

    A client looks at status and media type before it reads. Of a name that occurs
    twice, two readers take two values.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the response is a JSON object with status 200

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the response is a JSON object with status 200

  @rfc6749/5.1/members-at-top-level @must @derived @form
  Rule: Token response members stand at the top level and are never null
    RFC 6749 §5.1

    An envelope hides the token from every library. A member that is null is neither
    there nor absent: some read it as text, some fail.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the members of the response stand at its top, none of them null

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the members of the response stand at its top, none of them null

  @rfc6749/5.1/access-token-charset @must @form
  Rule: The access_token is a non-empty string of printable ASCII
    RFC 6749 §5.1, App. A.12; RFC 6750 §2.1

    The token travels in a header. Whatever a header cannot hold is escaped by one
    library, dropped by another and refused by a third.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the access_token is text that a request can carry

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the access_token is text that a request can carry

  @rfc6749/5.1/token-type-present @must @form
  Rule: The token_type is present and reads Bearer in any letter case
    RFC 6749 §5.1, §7.1

    It says how the token is to be used, and a client that does not know the type has
    to leave the token alone. No other type was asked for here.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the token_type is Bearer in any letter case

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the token_type is Bearer in any letter case

  @rfc6749/5.1/expires-in-number @should @form
  Rule: The expires_in member is present and a positive JSON integer
    RFC 6749 §5.1, App. A.14

    A client that is not told when the token dies learns it from a failure, in the
    middle of whatever it was doing.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the response tells its expires_in, a positive integer

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the response tells its expires_in, a positive integer

  @rfc6749/5.1/expires-in-is-a-number @must @form
  Rule: The expires_in member, where present, is a JSON number
    RFC 6749 §5.1, App. A.14

    A number in quotation marks is text: added to the time of day it makes a date
    in the far future, or none at all.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the expires_in of the response, where it has one, is a number

    @needs-refresh
    Scenario: A token is refreshed
      Given a refresh token issued to the client
      When the client refreshes
      Then the expires_in of the response, where it has one, is a number

  @rfc6749/5.1/reduced-scope-reported @must @form
  Rule: The scope member is present whenever the granted scope differs
    RFC 6749 §5.1, §3.3

    A response without scope says that all was granted. A client that was given less
    and not told finds out at the resource.

    Scenario: A code is redeemed
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then the scope of the response, where it has one, is one string of scopes

    Scenario: A scope that nobody knows is left out of the grant
      When the client redeems a code for its scope and one that nobody knows
      Then the response names the scope that is left
