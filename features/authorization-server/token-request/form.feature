@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The form in a token request
  Names and values are text in UTF-8, with what is not plain written as %XX and a
  space as a plus sign. What is no such form is refused, and nothing falls over.

  @rfc6749/app.b/plus-decodes-to-space @must @effect
  Rule: A plus sign and %20 both decode to a space in a form body
    RFC 6749 App. B

    Half of the libraries write the one and half the other. A server that decodes only
    one of them refuses the passwords and scopes of the other half.

    @secret-with-space
    Scenario: The spaces in a client_secret
      Given a confidential client whose secret holds a space
      When the client redeems a code with either writing of the spaces in its secret
      Then either writing yields an access token

    @needs-refresh @needs-scope-config
    Scenario: The spaces between scopes
      Given a client registered at the authorization server
      When the client refreshes for several scopes with either writing of the spaces between them
      Then either writing yields an access token

  @rfc6749/5.2/malformed-body @should @practice @form
  Rule: A malformed body is answered with an orderly JSON error
    RFC 6749 §5.2

    A stack trace or a page of the framework tells an attacker what runs there and
    that something was left unchecked; a client that parses JSON is told nothing.

    Scenario Outline: The body is <body>
      Given a client registered at the authorization server
      When the client sends a token request of <body>
      Then the refusal is in order

      Examples: Forms that are broken
        | body                             |
        | a percent sign                   |
        | a percent sign before letters    |
        | a percent sign before one digit  |
        | ampersands alone                 |
        | an equals sign alone             |
        | a field with two equals signs    |

      Examples: Forms that are too much
        | body                            |
        | ten thousand parameters         |
        | a name of ten thousand brackets |

      Examples: Octets that are no text
        | body                       |
        | escapes that are no UTF-8  |
        | octets that are no UTF-8   |
        | an octet of zero           |

      Examples: Something else altogether
        | body                                         |
        | a JSON object under the media type of a form |

    Scenario: The body comes in chunks that hold nothing
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code in a message with chunks that hold nothing
      Then the refusal is in order

    Scenario Outline: The message has <framing>
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge
      When the client redeems the code in a message with <framing>
      Then the server refuses the message or hangs up

      # Stays: Node answers these for the mock before any decision of it; on another server a token is a violation.
      Examples: Framing that HTTP forbids
        | framing                              |
        | a Content-Length that is too large   |
        | a Content-Length that is too small   |
        | two Content-Lengths                  |
        | a chunk of no size                   |
        | a Content-Length beside its chunks   |
