import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { patternOf } from '../support/actors/alterations.js';
import {
  askAtAlteredLoopback,
  askAtAlteredScheme,
  cameAndYielded,
  enterNative,
  enterNativeWithSecret,
  obtainCodeOnPort,
  redeemOnPort,
  walkAt,
} from '../support/acts/native.js';
import { LOOPBACK_ALTERATIONS, loopbackAlteration, type LoopbackAlteration } from '../support/protocol/loopback-redirect-uris.js';
import type { ConformanceWorld } from '../support/world.js';

defineParameterType({ name: 'loopback-alteration', regexp: patternOf(LOOPBACK_ALTERATIONS), transformer: loopbackAlteration });

Given('a native client registered at the authorization server', function (this: ConformanceWorld) {
  enterNative(this);
});

Given('a native client with a secret', function (this: ConformanceWorld) {
  enterNativeWithSecret(this);
});

Given('an authorization code sent to the loopback redirect_uri on port {int}', function (this: ConformanceWorld, port: number) {
  return obtainCodeOnPort(this, port);
});

When('the client walks the flow with its {} redirect_uri', function (this: ConformanceWorld, kind: string) {
  return walkAt(this, kind);
});

When('the client walks the flow with its {} redirect_uri on port {int}', function (this: ConformanceWorld, kind: string, port: number) {
  return walkAt(this, kind, port);
});

When(
  'the client asks for its code at its loopback redirect_uri {loopback-alteration}',
  function (this: ConformanceWorld, alter: LoopbackAlteration) {
    return askAtAlteredLoopback(this, alter);
  },
);

When('the client asks for its code at its private-use redirect_uri {}', function (this: ConformanceWorld, altered: string) {
  return askAtAlteredScheme(this, altered);
});

When('the client redeems the code with its loopback redirect_uri on port {int}', function (this: ConformanceWorld, port: number) {
  return redeemOnPort(this, port);
});

When('the client redeems the code with its loopback redirect_uri without a port', function (this: ConformanceWorld) {
  return redeemOnPort(this);
});

Then('the code comes to that address and yields an access token', function (this: ConformanceWorld) {
  return cameAndYielded(this);
});
