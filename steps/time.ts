import { Given, When } from '@cucumber/cucumber';
import { codeLifetime, redeemAfterTenMinutes, tryHalfWay } from '../support/acts/codes.js';
import { presentHalfWay } from '../support/acts/presenting-tokens.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a wrong verifier was shown for the code when half its lifetime was over', function (this: ConformanceWorld) {
  return tryHalfWay(this);
});

Given('the token was used when half its expires_in had passed', function (this: ConformanceWorld) {
  return presentHalfWay(this);
});

When('the client redeems the code just inside its {lifetime}', function (this: ConformanceWorld, seconds?: number) {
  return this.redeemer.redeemAlmostOver(seconds ?? codeLifetime(this));
});

When('the client redeems the code just past its {lifetime}', function (this: ConformanceWorld, seconds?: number) {
  return this.redeemer.redeemExpired(seconds ?? codeLifetime(this));
});

When('the client redeems a code of ten minutes, or of a lifetime that is over sooner', function (this: ConformanceWorld) {
  return redeemAfterTenMinutes(this);
});
