import { Given } from '@cucumber/cucumber';
import { newUnreservedString } from '../support/protocol/code-verifier.js';
import type { ConformanceWorld } from '../support/world.js';

Given('an authorization code bound to a code challenge', function (this: ConformanceWorld) {
  return this.obtainCode();
});

Given('a second authorization code bound to a challenge of its own', function (this: ConformanceWorld) {
  return this.obtainOtherCode();
});

Given('an authorization code bound to a verifier of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.obtainCode({ verifier: newUnreservedString(length) });
});

Given('an authorization code bound to the verifier {string}', function (this: ConformanceWorld, verifier: string) {
  return this.obtainCode({ verifier });
});
