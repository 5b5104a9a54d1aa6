import { defineParameterType, Then, When } from '@cucumber/cucumber';
import { patternOf } from '../support/actors/alterations.js';
import type { NamedWish } from '../support/actors/authorization-wishes.js';
import { walkBesideOmittedMethod } from '../support/acts/flows-side-by-side.js';
import { METHOD_LOOKALIKES, methodLookalike, type MethodLookalike } from '../support/protocol/method-lookalikes.js';
import { noLookalikeYieldsCode } from '../support/properties/method-properties.js';
import { redirectSays, returnsTo, staysHere } from '../support/verdict/error-redirect.js';
import { sameFate } from '../support/verdict/side-by-side.js';
import type { ConformanceWorld } from '../support/world.js';

defineParameterType({
  name: 'method-lookalike',
  regexp: patternOf(METHOD_LOOKALIKES.map(({ name }) => name)),
  transformer: methodLookalike,
});

When('the client asks for authorization with the method {method-lookalike}', function (this: ConformanceWorld, method: string) {
  return this.askAuthorization({ method });
});

When(
  'the client asks for authorization with the method {method-lookalike} and an unregistered redirect_uri',
  function (this: ConformanceWorld, method: string) {
    return this.askAuthorization({ method, redirectUri: 'https://attacker.example/callback' });
  },
);

When('the client asks for authorization with the method S256, its first letter percent-encoded', function (this: ConformanceWorld) {
  return this.askAuthorization({ method: { encoded: '%53256' } });
});

When('the client asks for authorization with a plain challenge', function (this: ConformanceWorld) {
  return this.askAuthorization({ method: 'plain' });
});

When(
  'the client asks with {authorization-wish}, then without the method, and redeems each code',
  function (this: ConformanceWorld, wish: NamedWish) {
    return walkBesideOmittedMethod(this, wish);
  },
);

Then('the first code is redeemed just where the second is', function (this: ConformanceWorld) {
  return sameFate(this.judge, this.answers, 'without the method');
});

Then('no method {string} yields an authorization code', function (this: ConformanceWorld, kind: MethodLookalike['kind']) {
  return noLookalikeYieldsCode(this.court, kind);
});

Then('the refusal goes back to the client with its state', function (this: ConformanceWorld) {
  return this.authorizationJudge.refusalForm(this.authorization, returnsTo(this.client.redirectUri));
});

Then('nothing is sent to that redirect_uri', function (this: ConformanceWorld) {
  return this.authorizationJudge.refusalForm(this.authorization, staysHere);
});

Then('the redirect says {word}', function (this: ConformanceWorld, code: string) {
  return this.authorizationJudge.refusalForm(this.authorization, redirectSays(code));
});
