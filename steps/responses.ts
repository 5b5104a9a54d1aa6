import { Then } from '@cucumber/cucumber';
import { errorCode, oauthError, unknownClientError } from '../support/verdict/error-form.js';
import {
  bearerType,
  expiresInSeconds,
  holdsMembers,
  idTokenFor,
  keptOutOfCaches,
  scopeAsString,
} from '../support/verdict/token-response-form.js';
import type { ConformanceWorld } from '../support/world.js';

Then(/^the response holds ([a-z_]+(?:, [a-z_]+)*(?: and [a-z_]+)?)$/, function (this: ConformanceWorld, names: string) {
  return this.judge.responseForm(this.answer, holdsMembers(names.split(/, | and /)));
});

Then('the expires_in of the response is a whole number of seconds', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, expiresInSeconds(this.pass.target.policy.max_expires_in));
});

Then('the token_type of the response is Bearer', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, bearerType);
});

Then('the scope of the response is one string of tokens separated by spaces', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, scopeAsString(this.client.registration.scope ?? this.pass.target.scope));
});

Then('the response is kept out of every cache', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, keptOutOfCaches);
});

Then('the response holds an id_token made for the client', function (this: ConformanceWorld) {
  return this.judge.responseForm(
    this.answer,
    idTokenFor({ ...this.client.registration, issuer: this.pass.target.issuer, now: this.answer.answeredAt }),
  );
});

Then('the refusal is an OAuth error', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, oauthError(this.pass.target.policy.extra_error_codes));
});

Then('the refusal is one that the target lists for an unknown client', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, unknownClientError(this.pass.target.policy.unknown_client_errors));
});

Then('the refusal says {word}', function (this: ConformanceWorld, code: string) {
  return this.judge.refusalForm(this.answer, errorCode(code, this.pass.target.policy.extra_error_codes));
});
