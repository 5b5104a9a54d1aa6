@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The verifier as it is sent
  A form may write one value in many ways, and is decoded once. What it says then is
  the verifier, to the last character; nothing is trimmed and nothing repaired.

  Background:
    Given a client registered at the authorization server
    And an authorization code bound to a code challenge

  @rfc6749/app.b/percent-encoded-verifier @must @derived @effect @each-client
  Rule: A percent-encoded verifier equals the same verifier sent literally
    RFC 6749 App. B; RFC 3986 §2.3

    Libraries differ in what they escape: the tilde comes as %7E from many. A server
    that compares the form and not what it says turns away half of its clients.

    Scenario Outline: The verifier <written>
      When the client redeems the code with the verifier <written>
      Then an access token is issued

      Examples: Writings of one and the same value
        | written                                      |
        | with its tilde percent-encoded               |
        | with its letters percent-encoded             |
        | with every other character percent-encoded   |
        | percent-encoded throughout in lower-case hex |
        | percent-encoded throughout in upper-case hex |

    @property
    Scenario: Any order of the parameters, any writing of their values
      Then the code is redeemed whatever the order and the writing of the parameters

  @rfc6749/app.b/double-encoded-verifier @must @derived @effect @each-client
  Rule: A verifier that was percent-encoded twice is decoded once and refused
    RFC 6749 App. B

    What is decoded until nothing is left to decode means one thing to the filter in
    front and another to the server behind it.

    Scenario Outline: The verifier <written>
      When the client redeems the code with the verifier <written>
      Then no access token is issued

      Examples: One character, and all of them
        | written                              |
        | with its tilde percent-encoded twice |
        | percent-encoded twice                |

  @rfc7636/4.6/verifier-compared-as-sent @must @derived @effect @each-client
  Rule: A verifier is compared as sent, neither trimmed nor repaired
    RFC 7636 §4.6

    A server that mends a verifier accepts many for one challenge. What was cut off on
    the way to the hash may be what a log or a filter went by.

    Scenario Outline: The verifier <altered>
      When the client redeems the code with the verifier <altered>
      Then no access token is issued

      Examples: White space, which is trimmed by habit
        | altered                                         |
        | with a line feed appended                       |
        | with a carriage return and a line feed appended |
        | with a tab appended                             |
        | with a space appended                           |
        | with a space in front                           |
        | with a line feed in front                       |

      Examples: A plus sign, which is one character escaped and another not
        | altered                              |
        | with a plus sign appended            |
        | with an unencoded plus sign appended |

      Examples: Padding, quotes and marks that parsers take off
        | altered                         |
        | with an equals sign appended    |
        | with quotes around it           |
        | with a byte order mark in front |

      Examples: The end of a string in C
        | altered                    |
        | with NUL appended          |
        | with NUL and junk appended |
