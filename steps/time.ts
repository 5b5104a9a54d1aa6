import { When } from '@cucumber/cucumber';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems the code just inside its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemAlmostOver(lifetime);
});

When('the client redeems the code just past its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return this.redeemer.redeemExpired(lifetime);
});
