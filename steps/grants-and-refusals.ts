import { Then } from '@cucumber/cucumber';
import type { ConformanceWorld } from '../support/world.js';

Then('an access token is issued', function (this: ConformanceWorld) {
  return this.judge.issued(this.answer);
});

Then('no access token is issued', function (this: ConformanceWorld) {
  return this.judge.notIssued(this.answer);
});

Then('the token request is refused', function (this: ConformanceWorld) {
  return this.judge.notIssued(this.answer);
});

Then('at most one access token is issued', function (this: ConformanceWorld) {
  return this.judge.atMostOneIssued(this.answers);
});

Then('the server grants it, or grants nothing at all', function (this: ConformanceWorld) {
  return this.judge.controlGranted(this.answer);
});
