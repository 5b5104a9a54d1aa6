import { Then } from '@cucumber/cucumber';
import { deadAfter, goodUntil, noRaceYieldsTwoTokens, orderAndWritingAreInert } from '../support/properties/redemption-properties.js';
import { everyVerifierRedeems, noEditedVerifierRedeems, noVerifierRedeems } from '../support/properties/verifier-properties.js';
import type { ConformanceWorld } from '../support/world.js';

Then(
  'every verifier of {int} to {int} characters redeems the code bound to it',
  function (this: ConformanceWorld, shortest: number, longest: number) {
    return everyVerifierRedeems(this.court, shortest, longest);
  },
);

Then(
  'no verifier of {int} to {int} characters redeems the code bound to it',
  function (this: ConformanceWorld, shortest: number, longest: number) {
    return noVerifierRedeems(this.court, shortest, longest);
  },
);

Then('no edited verifier redeems the code', function (this: ConformanceWorld) {
  return noEditedVerifierRedeems(this.court);
});

Then('the code is redeemed whatever the order and the writing of the parameters', function (this: ConformanceWorld) {
  return orderAndWritingAreInert(this.court);
});

Then('no number of simultaneous redemptions of a code yields two tokens', function (this: ConformanceWorld) {
  return noRaceYieldsTwoTokens(this.court);
});

Then('every code is redeemed at any moment of its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return goodUntil(this.court, lifetime);
});

Then('no code is redeemed at any moment past its {int} seconds', function (this: ConformanceWorld, lifetime: number) {
  return deadAfter(this.court, lifetime);
});
