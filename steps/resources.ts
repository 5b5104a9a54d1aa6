import { Then, When } from '@cucumber/cucumber';
import { randomValue } from '../support/actors/random-value.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client uses the token', function (this: ConformanceWorld) {
  return this.redeemer.use();
});

When('the client uses a made-up token', function (this: ConformanceWorld) {
  return this.redeemer.use(randomValue());
});

Then('the resource honours the token', function (this: ConformanceWorld) {
  return this.judge.honoured(this.answer);
});
