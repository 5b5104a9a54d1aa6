import { Given } from '@cucumber/cucumber';
import { encodedVerifierOf, verifierOf } from '../support/actors/alterations.js';
import type { ConformanceWorld } from '../support/world.js';

Given('an authorization code bound to a code challenge', function (this: ConformanceWorld) {
  return this.obtainCode();
});

Given('a second authorization code bound to a challenge of its own', function (this: ConformanceWorld) {
  return this.obtainOtherCode();
});

Given('an authorization code bound to a verifier of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.obtainCodeFor(() => verifierOf(length));
});

Given('an authorization code bound to a verifier of {int} characters in base64url', function (this: ConformanceWorld, drawn: number) {
  return this.obtainCode({ verifier: encodedVerifierOf(drawn) });
});

Given('an authorization code bound to a verifier one character longer than the target admits', function (this: ConformanceWorld) {
  return this.obtainCode({ verifier: verifierOf(this.pass.target.policy.max_verifier_length + 1) });
});

Given('an authorization code bound to the verifier {string}', function (this: ConformanceWorld, verifier: string) {
  return this.obtainCode({ verifier });
});
