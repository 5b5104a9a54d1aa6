import { Given, Then, When } from '@cucumber/cucumber';
import type { VerifierAlteration } from '../support/actors/alterations.js';
import { inQuery, renamed, withFieldAt, withParameter, without } from '../support/actors/changes.js';
import { inHeader, replacedBy, withAnotherVerifier } from '../support/actors/pkce-changes.js';
import { randomValue } from '../support/actors/random-value.js';
import { failToProve, guess, guessingLimited, notIssuedButNoted, oneFate, redeemAfterFailure } from '../support/acts/failed-verifiers.js';
import { s256 } from '../support/protocol/code-challenge.js';
import { newCodeVerifier } from '../support/protocol/code-verifier.js';
import { namesError } from '../support/verdict/error-form.js';
import { givesNothingAway } from '../support/verdict/given-away.js';
import type { ConformanceWorld } from '../support/world.js';

Given('another verifier has failed with that code', function (this: ConformanceWorld) {
  return failToProve(this);
});

When('the client presents an empty verifier for the challenge that is its hash', function (this: ConformanceWorld) {
  return this.walkFlow({ challenge: s256('') }, withParameter('code_verifier', ''));
});

When('the client presents no verifier for the challenge that is the hash of an empty one', function (this: ConformanceWorld) {
  return this.walkFlow({ challenge: s256('') }, without('code_verifier'));
});

When('the client redeems the code with another verifier in the body and its own in the query', function (this: ConformanceWorld) {
  return this.redeem(inQuery(['code_verifier']), withFieldAt(0, ['code_verifier', newCodeVerifier()]));
});

When('the client redeems the code with its verifier in a header field alone', function (this: ConformanceWorld) {
  return this.redeem(inHeader('code_verifier', 'code_verifier'));
});

When('the client redeems the code with its verifier in a cookie alone', function (this: ConformanceWorld) {
  return this.redeem(inHeader('code_verifier', 'cookie', 'code_verifier='));
});

When('the client redeems the code with another verifier {word} its own', function (this: ConformanceWorld, place: 'before' | 'after') {
  return this.redeem(withAnotherVerifier(place));
});

When('the client redeems the code with its {word} under the name {string}', function (this: ConformanceWorld, name: string, other: string) {
  return this.redeem(renamed(name, other));
});

When('the client redeems the code with {string} in place of its {word}', function (this: ConformanceWorld, field: string, name: string) {
  return this.redeem(replacedBy(name, fieldOf(field)));
});

When('the client redeems the code without {word} and with a made-up {word}', function (this: ConformanceWorld, left: string, name: string) {
  return this.redeem(without(left), withParameter(name, randomValue()));
});

When(
  'the client redeems the code with {alteration} as the verifier and a made-up {word}',
  function (this: ConformanceWorld, alter: VerifierAlteration, name: string) {
    return this.redeem(withParameter('code_verifier', alter(this.code)), withParameter(name, randomValue()));
  },
);

When('the client redeems {int} codes with another verifier and then with the right one', function (this: ConformanceWorld, count: number) {
  return redeemAfterFailure(this, count);
});

When(
  'the client redeems a code with {int} wrong verifiers of {int} characters and then with the right one',
  function (this: ConformanceWorld, count: number, length: number) {
    return guess(this, count, length);
  },
);

Then('no access token is issued, and the error is noted', function (this: ConformanceWorld) {
  return notIssuedButNoted(this);
});

Then('the refusal names {word}', function (this: ConformanceWorld, code: string) {
  return this.judge.refusalForm(this.answer, namesError([code]));
});

Then('no access token is issued any more', function (this: ConformanceWorld) {
  return guessingLimited(this);
});

Then('the codes meet one fate, which is noted', function (this: ConformanceWorld) {
  return oneFate(this);
});

Then('the refusal gives nothing away', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, givesNothingAway(this.answer, this.code));
});

function fieldOf(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
}
