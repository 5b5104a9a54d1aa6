import { Given, Then, When } from '@cucumber/cucumber';
import {
  alteredS256,
  byBasic,
  plainHolding,
  plainHoldingEach,
  plainOf,
  s256Holding,
  verifierInsteadOfChallenge,
} from '../support/actors/challenge-wishes.js';
import { asMediaType, byMethod, inQuery, withParameter, withParameterTwice, without } from '../support/actors/changes.js';
import { withBasic } from '../support/actors/client.js';
import { withAnotherValue } from '../support/actors/token-request-faults.js';
import { expiresWithin } from '../support/verdict/expires-in.js';
import { accessTokenShape, errorShape, reuseErrorShape } from '../support/verdict/oauth-shape.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client asks for a token', function (this: ConformanceWorld) {
  return this.holder.request();
});

When('the client asks for a token without {word}', function (this: ConformanceWorld, name: string) {
  return this.holder.request({ changes: [without(name)] });
});

When('the client asks for a token without {word} and {word}', function (this: ConformanceWorld, one: string, other: string) {
  return this.holder.request({ changes: [without(one), without(other)] });
});

When('the client asks for a token with an empty {word}', function (this: ConformanceWorld, name: string) {
  return this.holder.request({ changes: [withParameter(name, '')] });
});

When('the client asks for a token with the {word} {string}', function (this: ConformanceWorld, name: string, value: string) {
  return this.holder.request({ changes: [withParameter(name, value)] });
});

When(
  'the client asks for a token with another {word} {word} its own',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return this.holder.request({ changes: [withAnotherValue(name, place)] });
  },
);

When('the client asks for a token with its {word} said twice', function (this: ConformanceWorld, name: string) {
  return this.holder.request({ changes: [withParameterTwice(name)] });
});

When('the client asks for a token by {word}', function (this: ConformanceWorld, method: string) {
  return this.holder.request({ changes: [byMethod(method)] });
});

When('the client asks for a token with all its parameters in the query', function (this: ConformanceWorld) {
  return this.holder.request({ changes: [inQuery()] });
});

When('the client asks for a token in a body of type {string}', function (this: ConformanceWorld, mediaType: string) {
  return this.holder.request({ changes: [asMediaType(mediaType)] });
});

When('the client asks for a token with the secret {}', function (this: ConformanceWorld, altered: string) {
  return this.holder.requestWithSecret(altered);
});

When('the client asks for a token with the client_secret of another client', function (this: ConformanceWorld) {
  return this.holder.request({ changes: [withParameter('client_secret', this.otherClient.registration.client_secret ?? '')] });
});

When('the client asks for a token with its credentials by Basic', function (this: ConformanceWorld) {
  return this.holder.request({ changes: byBasic(this.client.registration) });
});

When('the client asks for a token with its credentials by Basic and in the body', function (this: ConformanceWorld) {
  return this.holder.request({ changes: [withBasic(this.client.registration.client_id, this.client.registration.client_secret ?? '')] });
});

When('the client asks for a token with a plain challenge of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.holder.request(plainOf(length));
});

When('the client asks for a token with a challenge of {int} characters and no method', function (this: ConformanceWorld, length: number) {
  return this.holder.request({ ...plainOf(length), method: null });
});

When('the client asks for a token without a method, and then with an empty one', function (this: ConformanceWorld) {
  return this.holder.requestWithEmptyMethod();
});

When('the client asks for a token with a plain challenge that holds {string}', function (this: ConformanceWorld, character: string) {
  return this.holder.request(plainHolding(character));
});

When(
  'the client asks for a token with a plain challenge that holds each of {string}',
  function (this: ConformanceWorld, characters: string) {
    return this.holder.request(plainHoldingEach(characters));
  },
);

When(
  'the client asks for a token with a well-formed S256 challenge that holds {string} and {string}',
  function (this: ConformanceWorld, one: string, other: string) {
    return this.holder.request(s256Holding([one, other]));
  },
);

When('the client asks for a token with an S256 challenge {}', function (this: ConformanceWorld, altered: string) {
  return this.holder.request(alteredS256(altered));
});

When('the client asks for a token with its code_verifier instead of a challenge', function (this: ConformanceWorld) {
  return this.holder.request(verifierInsteadOfChallenge(null));
});

When('the client asks for a token with its code_verifier and an empty code_challenge', function (this: ConformanceWorld) {
  return this.holder.request(verifierInsteadOfChallenge(''));
});

When('the client asks for a token with the two scopes {}', function (this: ConformanceWorld, written: string) {
  return this.holder.requestTwoScopes(written);
});

Then('the same scope is granted as before', function (this: ConformanceWorld) {
  return this.holder.sameScopeGranted();
});

Given('a token was issued for a/an {word} challenge', function (this: ConformanceWorld, method: string) {
  return this.holder.obtain({ method });
});

Given('another token was issued for a/an {word} challenge', function (this: ConformanceWorld, method: string) {
  return this.holder.obtainOther({ method });
});

Given('another token was issued for a/an {word} challenge, and used', function (this: ConformanceWorld, method: string) {
  return this.holder.obtainOtherAndUse({ method });
});

Given('a token was issued for a plain challenge sent without a method', function (this: ConformanceWorld) {
  return this.holder.obtain({ method: null });
});

Given('a token was issued for a plain challenge sent with an empty method, if the server takes that', function (this: ConformanceWorld) {
  return this.holder.obtainIfTaken({ method: '' });
});

Given('a token was issued for an S256 challenge sent without a method', function (this: ConformanceWorld) {
  return this.holder.obtain({ changes: [without('code_challenge_method')] });
});

Given('a token was issued for the S256 challenge of a verifier of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.holder.obtain({ ...plainOf(length), method: 'S256' });
});

Given('a token was issued for (the )two scopes {}', function (this: ConformanceWorld, written: string) {
  return this.holder.obtainTwoScopes(written);
});

Given('a token was issued for the first scope alone', function (this: ConformanceWorld) {
  return this.holder.obtainFirstScope();
});

When('a token is issued for a/an {word} challenge', function (this: ConformanceWorld, method: string) {
  return this.holder.request({ method });
});

Given('a request that {} was/is refused', function (this: ConformanceWorld, fault: string) {
  return this.holder.beRefused(fault);
});

When('the client asks for a refresh of the token', function (this: ConformanceWorld) {
  return this.holder.refresh();
});

Then('its expires_in, if present, is a number from {int} to {int}', function (this: ConformanceWorld, from: number, to: number) {
  return this.judge.responseForm(this.answer, expiresWithin(from, to));
});

Then('the response has the shape of an access token response', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, accessTokenShape);
});

Then('the refusal has the shape of an OAuth error with {word}', function (this: ConformanceWorld, code: string) {
  return this.judge.refusalForm(this.answer, errorShape([code]));
});

Then('the refusal has the shape of an OAuth error for reuse', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, reuseErrorShape(this.pass.target.policy.reuse_errors));
});

Then('the answer repeats no challenge, verifier or secret', function (this: ConformanceWorld) {
  return this.holder.repeatsNothing();
});
