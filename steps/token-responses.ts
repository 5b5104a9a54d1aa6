import { Then, When } from '@cucumber/cucumber';
import { redeemWithUnknownScope, reductionIsReported } from '../support/acts/reduced-scope.js';
import { tokensAreHardToGuess } from '../support/properties/token-freshness.js';
import {
  accessTokenText,
  expiresInNumber,
  expiresInPositive,
  jsonObjectWithStatus200,
  membersAtTop,
  namedScope,
  noStore,
  pragmaNoCache,
  tokenTypeBearer,
} from '../support/verdict/response-members.js';
import { leaksNothing } from '../support/verdict/token-leak.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems a code for its scope and one that nobody knows', function (this: ConformanceWorld) {
  return redeemWithUnknownScope(this);
});

Then('the response is a JSON object with status 200', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, jsonObjectWithStatus200);
});

Then('the members of the response stand at its top, none of them null', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, membersAtTop);
});

Then('the access_token is text that a request can carry', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, accessTokenText);
});

Then('the token_type is Bearer in any letter case', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, tokenTypeBearer);
});

Then('the response tells its expires_in, a positive integer', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, expiresInPositive);
});

Then('the expires_in of the response, where it has one, is a number', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, expiresInNumber);
});

Then('the scope of the response, where it has one, is one string of scopes', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, (form) => (namedScope(form), undefined));
});

Then('the response names the scope that is left', function (this: ConformanceWorld) {
  return reductionIsReported(this);
});

Then('the response is stored by no cache', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, noStore);
});

Then('the response is kept by no cache of HTTP 1.0', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, pragmaNoCache);
});

Then('the response leaks neither its tokens nor what the client keeps', function (this: ConformanceWorld) {
  return this.judge.responseForm(
    this.answer,
    leaksNothing(this.answer, { code_verifier: this.code.verifier, client_secret: this.client.registration.client_secret }),
  );
});

Then('all {word} tokens are different and hard to guess', function (this: ConformanceWorld, kind: 'access' | 'refresh') {
  return tokensAreHardToGuess(this.court, `${kind}_token`);
});
