import { Then } from '@cucumber/cucumber';
import { issuedOrNoted, noted } from '../support/verdict/tolerances.js';
import type { ConformanceWorld } from '../support/world.js';

Then('an access token is issued', function (this: ConformanceWorld) {
  return this.judge.issued(this.answer);
});

Then('no access token is issued', function (this: ConformanceWorld) {
  return this.judge.notIssued(this.answer);
});

Then('an access token is issued, or the answer came too late to tell', function (this: ConformanceWorld) {
  return this.redeemer.issuedInTime();
});

Then('an access token is issued, or a refusal is noted', function (this: ConformanceWorld) {
  return issuedOrNoted(this.judge, this.answer);
});

Then('what comes of the {int} characters is noted', function (this: ConformanceWorld, length: number) {
  return noted(this.judge, `a verifier of ${length} characters`, this.answer);
});

Then('at most one access token is issued in each round', function (this: ConformanceWorld) {
  return this.judge.atMostOneIssuedInEach(this.rounds);
});

Then('the server grants it, or grants nothing at all', function (this: ConformanceWorld) {
  return this.judge.controlGranted(this.answer);
});

Then('an access token is issued, and no Authorization header is asked for', function (this: ConformanceWorld) {
  return this.redeemer.issuedWithoutHeader();
});

Then('the header has not helped', function (this: ConformanceWorld) {
  return this.redeemer.bearerHasNotHelped();
});
