import { When } from '@cucumber/cucumber';
import { redeemAfterTenMinutes } from '../support/acts/codes.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems the code just inside its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemAlmostOver(lifetime);
});

When('the client redeems the code just past its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemExpired(lifetime);
});

When('the client redeems a code of ten minutes, or of a lifetime that is over sooner', function (this: ConformanceWorld) {
  return redeemAfterTenMinutes(this);
});
