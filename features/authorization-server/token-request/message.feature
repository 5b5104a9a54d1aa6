@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The message that carries a token request
  A token request is a form in the body of a POST. What stands in an address ends up
  in logs, histories and Referer headers; a second kind of body is a second parser.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/3.2/token-request-by-post @must @derived @effect
  Rule: Tokens are issued to POST requests only
    RFC 6749 §3.2

    A GET is fetched ahead, cached and written down on its way by whoever likes, and a
    page of somebody else can make a browser send one.

    Scenario Outline: <method> with the parameters in the <place>
      When the client redeems the code by <method> with its parameters in the <place>
      Then no access token is issued, and what became of the code is noted

      Examples: Parameters where a lenient server looks for them
        | method | place |
        | GET    | query |
        | HEAD   | query |
        | PUT    | query |
        | PATCH  | query |
        | DELETE | query |

      Examples: Parameters where they belong
        | method | place |
        | GET    | body  |
        | PUT    | body  |
        | PATCH  | body  |
        | DELETE | body  |

    @needs-refresh
    Scenario: A refresh by GET
      Given a refresh token issued to the client
      When the client refreshes by GET with its parameters in the query
      Then the refresh is refused

  @rfc6749/4.1.3/token-parameters-in-query @must @derived @effect
  Rule: Token request parameters in the URI do not count
    RFC 6749 §3.2, §4.1.3, §2.3.1

    A server that joins query and body lets codes and verifiers travel in addresses,
    and leaves it to chance which of two values its checks have seen.

    Scenario: All of them in the query of a POST
      When the client redeems the code with its parameters in the query
      Then the query has not helped

    Scenario Outline: The <parameter> in the query, the rest in the body
      When the client redeems the code with only its <parameter> in the query
      Then the query has not helped

      Examples: Parameters without which nothing is redeemed
        | parameter     |
        | code          |
        | code_verifier |
        | grant_type    |

    @needs-refresh
    Scenario: A refresh with all of them in the query of a POST
      Given a refresh token issued to the client
      When the client refreshes with its parameters in the query
      Then the query has not helped the refresh

    @needs-refresh
    Scenario: A refresh with the refresh_token in the query, the rest in the body
      Given a refresh token issued to the client
      When the client refreshes with only its refresh_token in the query
      Then the query has not helped the refresh

  @rfc6749/4.1.3/wrong-media-type @should @derived @effect
  Rule: A token request in a wrong media type is refused
    RFC 6749 §4.1.3, §5.2

    In JSON a parameter can be a list, a number or an object, and can stand twice in
    ways that no form knows. The checks behind it were written for text.

    Scenario Outline: The same parameters as <media type>
      When the client redeems the code in a body of type "<media type>"
      Then no access token is issued

      Examples: What frameworks read without being asked
        | media type          |
        | application/json    |
        | multipart/form-data |
        | text/plain          |

      Examples: What is no media type
        | media type   |
        | invalid/@@## |

    Scenario: No media type at all
      When the client redeems the code in a body of type ""
      Then no access token is issued

    @needs-refresh
    Scenario: A refresh as application/json
      Given a refresh token issued to the client
      When the client refreshes in a body of type "application/json"
      Then the refresh is refused

  @rfc6749/4.1.3/media-type-case-and-charset @must @derived @effect
  Rule: Letter case and parameters of the media type make no difference
    RFC 6749 §4.1.3, App. B

    HTTP compares media types without regard to case, and many libraries name the
    charset. A server that compares the whole field turns lawful clients away.

    Scenario Outline: The media type written <media type>
      When the client redeems the code in a body of type "<media type>"
      Then an access token is issued

      Examples: Other writings of one media type
        | media type                                       |
        | Application/X-WWW-Form-Urlencoded; charset=UTF-8 |
        | APPLICATION/X-WWW-FORM-URLENCODED                |
        | application/x-www-form-urlencoded;charset=utf-8  |

    Scenario: The charset in quotation marks
      When the client redeems the code in a body of type 'application/x-www-form-urlencoded; charset="UTF-8"'
      Then an access token is issued
