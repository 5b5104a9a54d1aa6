import { Then, When } from '@cucumber/cucumber';
import { withParameter } from '../support/actors/changes.js';
import { redeemDeadCodes, redeemTimes, redeemUnknownTimes } from '../support/acts/dead-codes.js';
import { noFaultIsAServerError } from '../support/properties/faulty-requests.js';
import { provocation } from '../support/protocol/provocations.js';
import {
  errorCharacters,
  errorNoStore,
  errorStatusAndType,
  errorWithoutToken,
  noServerError,
  registeredErrorCode,
  sameError,
} from '../support/verdict/error-members.js';
import { showsNoToken } from '../support/verdict/shown-tokens.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems the code with {} in its {word}', function (this: ConformanceWorld, what: string, name: string) {
  return this.redeem(withParameter(name, provocation(what)));
});

When('the client redeems the used code {int} times more', function (this: ConformanceWorld, times: number) {
  return redeemTimes(this, times);
});

When('the client redeems a made-up code {int} times', function (this: ConformanceWorld, times: number) {
  return redeemUnknownTimes(this, times);
});

When('the client redeems the used code, a made-up one and one that has expired', function (this: ConformanceWorld) {
  return redeemDeadCodes(this);
});

Then('the refusal is JSON with a status of OAuth', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, errorStatusAndType);
});

Then('the refusal has a registered error code', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, registeredErrorCode(this.pass.target.policy.extra_error_codes));
});

Then('the error members keep to their characters', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, errorCharacters);
});

Then('the error comes without any token', function (this: ConformanceWorld) {
  return errorWithoutToken(this.judge, this.answer);
});

Then('the refusal shows no token that was issued before', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, showsNoToken(this.answer, this.wire.transcript.all));
});

Then('the refusal is stored by no cache', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, errorNoStore);
});

Then('the refusal is no server error', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, noServerError);
});

Then('all the refusals give the same error', function (this: ConformanceWorld) {
  return sameError(this.judge, this.answers);
});

Then('no faulty redemption is answered with a server error', function (this: ConformanceWorld) {
  return noFaultIsAServerError(this.court);
});
