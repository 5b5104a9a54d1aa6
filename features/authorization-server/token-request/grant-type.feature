@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: What a token request asks for
  The grant_type says which checks are due, and the code what they are made on. Where
  either is missing or unknown there is nothing to grant.

  @rfc6749/5.2/missing-code-issues-nothing @must @effect
  Rule: A request without a code or a grant_type yields no token
    RFC 6749 §4.1.3, §5.2

    The code is the only sign that a user ever agreed. A grant type that is guessed
    leads to the checks of another grant.

    Scenario Outline: The <parameter> is left out
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without <parameter>
      Then no access token is issued

      Examples: What a redemption cannot do without
        | parameter  |
        | code       |
        | grant_type |

  @rfc6749/5.2/missing-token-parameter @must @form
  Rule: A missing grant_type or code is answered with invalid_request
    RFC 6749 §4.1.3, §5.2

    The developer of a client learns from the code whether the request was incomplete
    or the grant was bad; only the latter is a reason to ask the user again.

    Scenario: The grant_type is left out
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without grant_type
      Then the refusal says that no grant type was named

    Scenario: The code is left out
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code without code
      Then the refusal names invalid_request, or invalid_grant with a note

  @rfc6749/5.2/unknown-grant-issues-nothing @must @derived @effect
  Rule: An unknown grant_type yields no token
    RFC 6749 §5.2

    Grant types are compared as they are. A default branch, or a comparison that
    forgives case and spaces, is a way around the checks of the grant that is meant.

    Scenario Outline: The grant type is <sort>
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with the grant_type "<grant type>"
      Then no access token is issued, and what became of the code is noted

      Examples: Names of nothing, and a name that is nearly right
        | sort                         | grant type         |
        | a word                       | foo                |
        | the URN of nothing           | urn:x:y            |
        | the right one, in other case | Authorization_Code |

    Scenario: The grant type is the right one, with a space behind it
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with the grant_type "authorization_code "
      Then no access token is issued, and what became of the code is noted

  @rfc6749/5.2/unknown-grant-type @must @form
  Rule: An unknown grant_type is answered with unsupported_grant_type
    RFC 6749 §5.2

    The code tells a client that asks many servers that this one will never do it, and
    that no other value of the other parameters helps.

    Scenario Outline: The grant type is <sort>
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with the grant_type "<grant type>"
      Then the refusal says that the grant type is unknown

      Examples: Names of nothing, and a name that is nearly right
        | sort                         | grant type         |
        | a word                       | foo                |
        | the URN of nothing           | urn:x:y            |
        | the right one, in other case | Authorization_Code |

    Scenario: The grant type is the right one, with a space behind it
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code with the grant_type "authorization_code "
      Then the refusal says that the grant type is unknown

  @rfc6749/5.2/grant-type-not-enabled @must @derived @effect @needs-public
  Rule: A grant type that is not enabled for the client yields no token
    RFC 6749 §4.4, §5.2

    A public client is whoever says its name. A grant that asks for no user then gives
    tokens to everybody.

    Scenario Outline: A public client asks by the grant <grant>
      Given a public client registered at the authorization server
      When the client asks for a token by the grant <grant>
      Then no access token is issued

      Examples: Grants that need no redirect
        | grant              |
        | client_credentials |
        | password           |
