import { Given, Then, When } from '@cucumber/cucumber';
import {
  codeLifetime,
  collectCodes,
  noteFateOfToken,
  noteRightfulRedemption,
  redeemAltered,
  redeemAsOther,
  redeemToken,
  refreshRevoked,
  replay,
  replayWithWrongVerifier,
  tokenRevoked,
  unguessableAll,
  useRevoked,
} from '../support/acts/codes.js';
import { replayWithoutVerifier, replayWithWrongSecret } from '../support/acts/invalid-replays.js';
import type { CodeAlteration } from '../support/protocol/code-alterations.js';
import { noStoryOfCodesEndsIn } from '../support/properties/code-ledger-properties.js';
import { lifetimeHolds } from '../support/properties/redemption-properties.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client obtains {int} authorization codes, one after the other', function (this: ConformanceWorld, count: number) {
  return collectCodes(this, count);
});

Given('the code has been replayed', function (this: ConformanceWorld) {
  return replay(this);
});

Given('the code has been replayed with a wrong verifier', function (this: ConformanceWorld) {
  return replayWithWrongVerifier(this);
});

Given('the code has been replayed without a verifier', function (this: ConformanceWorld) {
  return replayWithoutVerifier(this);
});

Given('the code has been replayed with a wrong secret', function (this: ConformanceWorld) {
  return replayWithWrongSecret(this);
});

When('the client redeems the code {code-alteration}', function (this: ConformanceWorld, alter: CodeAlteration) {
  return redeemAltered(this, alter);
});

When(
  'the client presents the {word} that came of the code as a code',
  function (this: ConformanceWorld, name: 'access_token' | 'refresh_token' | 'id_token') {
    return redeemToken(this, name);
  },
);

When('another {word} client redeems the code', function (this: ConformanceWorld, type: 'public' | 'confidential') {
  return redeemAsOther(this, type);
});

When('the client uses the token when a revocation has had time to spread', function (this: ConformanceWorld) {
  return useRevoked(this);
});

When('the client refreshes when a revocation has had time to spread', function (this: ConformanceWorld) {
  return refreshRevoked(this);
});

Then('the token opens nothing', function (this: ConformanceWorld) {
  return tokenRevoked(this);
});

Then('what became of the token is noted', function (this: ConformanceWorld) {
  noteFateOfToken(this);
});

Then('what becomes of it in the hands of its own client is noted', function (this: ConformanceWorld) {
  return noteRightfulRedemption(this);
});

Then('none of them can be guessed', function (this: ConformanceWorld) {
  unguessableAll(this);
});

Then('a code is redeemed up to its lifetime and never after', function (this: ConformanceWorld) {
  return lifetimeHolds(this.court, codeLifetime(this));
});

Then('no story of codes ends in {}', function (this: ConformanceWorld, fault: string) {
  return noStoryOfCodesEndsIn(this.court, fault);
});
