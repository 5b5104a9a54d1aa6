import { When } from '@cucumber/cucumber';
import type { ConformanceWorld } from '../support/world.js';

When(
  '{int} redemptions of a code arrive at the same moment, {}, in each of {int} rounds',
  function (this: ConformanceWorld, copies: number, rivals: string, rounds: number) {
    return this.redeemer.race(copies, rounds, rivals);
  },
);
