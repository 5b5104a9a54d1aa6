import { Then } from '@cucumber/cucumber';
import type { Repetition } from '../support/actors/token-request-faults.js';
import { noRaceYieldsTwo, noRepetitionYields, onlyWellFormedChallengesYield } from '../support/properties/challenge-properties.js';
import { noStoryEndsIn } from '../support/properties/ledger-properties.js';
import { everyVerifierOpens, noEditedVerifierOpens, tokensExpireForGood } from '../support/properties/proof-properties.js';
import type { ConformanceWorld } from '../support/world.js';

Then('exactly the well-formed challenges yield a token', function (this: ConformanceWorld) {
  return onlyWellFormedChallengesYield(this.court);
});

Then('no request in which a parameter {repetition} yields a token', function (this: ConformanceWorld, repetition: Repetition) {
  return noRepetitionYields(this.court, repetition);
});

Then('no number of simultaneous requests for one verifier yields two tokens', function (this: ConformanceWorld) {
  return noRaceYieldsTwo(this.court);
});

Then('no story of requests, uses and pauses ends in {}', function (this: ConformanceWorld, fault: string) {
  return noStoryEndsIn(this.court, fault);
});

Then('every well-formed verifier opens the resource to its token', function (this: ConformanceWorld) {
  return everyVerifierOpens(this.court);
});

Then('no altered verifier opens the resource', function (this: ConformanceWorld) {
  return noEditedVerifierOpens(this.court);
});

Then(
  'no token of {int} seconds opens the resource at an age at which another was refused',
  function (this: ConformanceWorld, lifetime: number) {
    return tokensExpireForGood(this.court, lifetime);
  },
);
