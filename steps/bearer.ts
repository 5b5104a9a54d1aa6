import { Given, Then, When } from '@cucumber/cucumber';
import {
  letTokenExpire,
  obtainNarrowToken,
  presentAlmostOver,
  presentAltered,
  presentCredential,
  presentExpired,
  presentInQuery,
  presentInScheme,
  presentNothing,
  presentProvocation,
  presentTwice,
  queryTokenIsNoted,
  tokenIsNotRepeated,
} from '../support/acts/presenting-tokens.js';
import { revokeToken } from '../support/acts/revoking.js';
import {
  challengedForToken,
  challengedWithoutError,
  challengeInOrder,
  keptPrivate,
  refusedAs,
  refusedAsTwice,
} from '../support/verdict/bearer-form.js';
import { openedForm, openedOrNoted, refusedOrPassedOver } from '../support/verdict/refused-token.js';
import type { ConformanceWorld } from '../support/world.js';

Given('an access token issued to the client without the scope that the resource needs', function (this: ConformanceWorld) {
  return obtainNarrowToken(this);
});

Given('the access token has certainly expired', function (this: ConformanceWorld) {
  return letTokenExpire(this);
});

Given('the client has revoked the token', function (this: ConformanceWorld) {
  return revokeToken(this);
});

When('the client asks for the resource without a token', function (this: ConformanceWorld) {
  return presentNothing(this);
});

When('the client uses the access token {}', function (this: ConformanceWorld, altered: string) {
  return presentAltered(this, altered);
});

When('the client uses a made-up token with {}', function (this: ConformanceWorld, provocation: string) {
  return presentProvocation(this, provocation);
});

When('the client uses its {} as the access token', function (this: ConformanceWorld, credential: string) {
  return presentCredential(this, credential);
});

When('the client presents the token under the scheme {word}', function (this: ConformanceWorld, scheme: string) {
  return presentInScheme(this, scheme);
});

When('the client presents the token in the query alone', function (this: ConformanceWorld) {
  return presentInQuery(this);
});

When('the client presents a token twice: {}', function (this: ConformanceWorld, places: string) {
  return presentTwice(this, places);
});

When('the client presents the token just before its expires_in has passed', function (this: ConformanceWorld) {
  return presentAlmostOver(this);
});

When('the client presents the token after its expires_in has passed', function (this: ConformanceWorld) {
  return presentExpired(this);
});

Then('the resource opens, or an early end is noted', function (this: ConformanceWorld) {
  return openedOrNoted(this.judge, this.answer);
});

Then('the resource answers 401 with a Bearer challenge', function (this: ConformanceWorld) {
  return this.judge.resourceRefusalForm(this.answer, challengedForToken);
});

Then('the Bearer challenge has no error', function (this: ConformanceWorld) {
  return this.judge.resourceRefusalForm(this.answer, challengedWithoutError);
});

Then('the resource answers {int} with the error {word}', function (this: ConformanceWorld, status: number, error: string) {
  return this.judge.resourceRefusalForm(this.answer, refusedAs(status, error));
});

Then('the Bearer challenge has each attribute once, in its characters', function (this: ConformanceWorld) {
  return this.judge.resourceRefusalForm(this.answer, challengeInOrder);
});

Then('the refusal does not hold the token', function (this: ConformanceWorld) {
  return tokenIsNotRepeated(this);
});

Then('the request is malformed to the resource, or the second token is passed over', function (this: ConformanceWorld) {
  return refusedOrPassedOver(this.judge, this.answer, refusedAsTwice);
});

Then('whether the resource opens is noted', function (this: ConformanceWorld) {
  return queryTokenIsNoted(this);
});

Then('what has opened is private', function (this: ConformanceWorld) {
  return openedForm(this.judge, this.answer, keptPrivate);
});
