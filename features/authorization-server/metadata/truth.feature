@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The truth of the metadata
  What the document promises is tried. Only what it says is judged, never what follows
  from its silence.

  @rfc8414/2/advertised-methods-are-real @must @derived @effect @needs-metadata
  Rule: The advertised challenge methods are exactly the accepted ones
    RFC 8414 §2; RFC 7636 §4.4.1

    A method that is listed and refused stops a client that believed it; one that is
    accepted and not listed is a way back to plain that nobody sees.

    Scenario Outline: The method <method>
      Given a client registered at the authorization server
      When the client walks the flow with the method <method>
      Then a token is issued just where the metadata lists the method <method>

      Examples: The methods that are registered
        | method |
        | S256   |
        | plain  |

  @rfc8414/2/advertised-authentication-is-real @must @derived @effect @needs-metadata
  Rule: The advertised client authentication methods are the accepted ones
    RFC 8414 §2

    A client picks its method from the list and registers for it. Where the endpoint
    then wants another, no token ever comes.

    Scenario: Each method, by the client that is registered for it
      Given the well-known addresses of the issuer
      When the client asks for the metadata
      Then every advertised authentication method works for the client that is registered for it

  @rfc8414/2/authentication-in-use-advertised @should @derived @form @needs-metadata
  Rule: Every client authentication method in use is advertised
    RFC 8414 §2

    A public client that does not find "none" in the list concludes that the server
    has no place for it, though its codes are redeemed all day.

    Scenario: The methods by which clients are granted tokens
      Given the well-known addresses of the issuer
      When the client asks for the metadata
      Then every authentication method that works is advertised

  @rfc8414/2/advertised-grants-are-real @must @derived @effect @needs-metadata
  Rule: The advertised grant types are the accepted ones
    RFC 8414 §2

    A client that may use a grant and finds it listed counts on it, and notices only
    when its access token has run out.

    Background:
      Given a client registered at the authorization server
      And an authorization code bound to a code challenge

    Scenario: The refresh token that came with the access token
      When the client redeems the code
      Then a refresh token works where the metadata lists its grant
