@authorization-server @rfc7636 @rfc9700 @oauth-2.1 @oidc
Feature: The loopback redirect URI of a native app
  An app listens on a port of its own machine for as long as the user signs in. Which
  port is free it learns only then; everything else it knows beforehand.

  Background:
    Given a native client registered at the authorization server

  @rfc8252/7.3/any-loopback-port @must @effect @needs-native @needs-loopback
  Rule: A loopback redirect_uri is accepted on any port
    RFC 8252 §7.3; RFC 9700 §2.1

    A port that is fixed is taken by another app one day, or kept by one that waits for
    the code. The app asks its system for a free one and says which it got.

    Scenario Outline: On port <port>
      When the client walks the flow with its IPv4 loopback redirect_uri on port <port>
      Then the code comes to that address and yields an access token

      Examples: The first and the last of those that systems hand out, and one below
        | port  |
        | 49152 |
        | 65535 |
        | 1025  |

  @rfc8252/7.3/ipv6-loopback @should @derived @effect @needs-native @ipv6-loopback
  Rule: An IPv6 loopback redirect_uri is accepted like an IPv4 one
    RFC 8252 §7.3, §8.3

    An app that listens on one of the two families cannot choose the other. The brackets
    around the address, and the colons in it, are what parsers stumble over.

    Scenario: As it is registered
      When the client walks the flow with its IPv6 loopback redirect_uri
      Then the code comes to that address and yields an access token

    Scenario Outline: On port <port>
      When the client walks the flow with its IPv6 loopback redirect_uri on port <port>
      Then the code comes to that address and yields an access token

      Examples: The first and the last of those that systems hand out
        | port  |
        | 49152 |
        | 65535 |

  @rfc8252/8.4/loopback-differs-beyond-port @must @effect @needs-native @needs-loopback
  Rule: A loopback redirect_uri is refused when more than its port differs
    RFC 8252 §8.4

    The port is the one part that is left open. Who takes it out of the text before
    comparing easily takes out more, or takes a part of another host for a port.

    Scenario Outline: On another port and <altered>
      When the client asks for its code at its loopback redirect_uri <altered>
      Then nothing is sent to an address that is not registered

      Examples: Another place on the same host
        | altered                       |
        | with another path             |
        | with its path continued       |
        | with its path in upper case   |
        | without its path              |
        | with a query appended         |
        | with a fragment appended      |
        | under https                   |
        | below a user name             |

      Examples: Another name for the host, or nearly
        | altered                       |
        | at localhost                  |
        | at 127.0.0.2                  |
        | at 0.0.0.0                    |
        | at its address in decimal     |
        | at its address cut short      |

      Examples: A host of somebody else
        | altered                           |
        | as the beginning of another host  |
        | as the user name of another host  |
        | at another host                   |

  @rfc6749/4.1.3/loopback-port-at-redemption @must @derived @effect @needs-native @needs-loopback
  Rule: A code is refused when the loopback port changed since its authorization
    RFC 6749 §4.1.3; RFC 8252 §7.3

    Any port is good when the code is asked for, and one alone after that: the one that
    it was sent to. Another app on the machine listens on another.

    Background:
      Given an authorization code sent to the loopback redirect_uri on port 49152

    Scenario: Another port
      When the client redeems the code with its loopback redirect_uri on port 49153
      Then no access token is issued

    Scenario: The beginning of the right port
      When the client redeems the code with its loopback redirect_uri on port 4915
      Then no access token is issued

    Scenario: No port
      When the client redeems the code with its loopback redirect_uri without a port
      Then no access token is issued
