import { Given, When } from '@cucumber/cucumber';
import { redeemAfterTenMinutes, tryHalfWay } from '../support/acts/codes.js';
import { presentHalfWay } from '../support/acts/presenting-tokens.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a wrong verifier was shown for the code when half its lifetime was over', function (this: ConformanceWorld) {
  return tryHalfWay(this);
});

Given('the token was used when half its expires_in had passed', function (this: ConformanceWorld) {
  return presentHalfWay(this);
});

When('the client redeems the code just inside its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemAlmostOver(lifetime);
});

When('the client redeems the code just past its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemExpired(lifetime);
});

When('the client redeems a code of ten minutes, or of a lifetime that is over sooner', function (this: ConformanceWorld) {
  return redeemAfterTenMinutes(this);
});
