import { Given, Then, When } from '@cucumber/cucumber';
import { alteredProof } from '../support/actors/challenge-wishes.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client uses the token with its verifier', function (this: ConformanceWorld) {
  return this.holder.use();
});

When('the client uses the token without its verifier', function (this: ConformanceWorld) {
  return this.holder.use(null);
});

When('the client uses the token with its verifier {}', function (this: ConformanceWorld, altered: string) {
  return this.holder.use(alteredProof(altered, this.token.verifier));
});

When('the client uses the token with its challenge as the verifier', function (this: ConformanceWorld) {
  return this.holder.use(this.token.challenge);
});

When('the client uses the token with the verifier of the other', function (this: ConformanceWorld) {
  return this.holder.use(this.otherToken.verifier);
});

When('the client uses the token at the entry point of the {word} scope', function (this: ConformanceWorld, nth: 'first' | 'second') {
  return this.holder.useAt(nth);
});

When('the client sends another code_verifier with its challenge and uses it on the token', function (this: ConformanceWorld) {
  return this.holder.requestAndUseAnotherVerifier();
});

Given('{int} seconds have passed since then', function (this: ConformanceWorld, seconds: number) {
  return this.holder.age(seconds);
});

Given('the token is about to expire', function (this: ConformanceWorld) {
  return this.holder.almostExpire();
});

Given('the token has expired', function (this: ConformanceWorld) {
  return this.holder.expire();
});

Given('the token was used after {int} and after {int} seconds', function (this: ConformanceWorld, first: number, second: number) {
  return this.holder.useAfter(first, second);
});

Then('the resource opens', function (this: ConformanceWorld) {
  return this.judge.opened(this.answer);
});

Then('the resource does not open', function (this: ConformanceWorld) {
  return this.judge.notOpened(this.answer);
});

Then('the resource opens, or opens to nothing at all', function (this: ConformanceWorld) {
  return this.judge.resourceControlOpened(this.answer);
});

Then('the resource opens, or the answer came too late to tell', function (this: ConformanceWorld) {
  return this.holder.openedInTime();
});

Then('the resource opens, unless it stays shut with the client_secret too', function (this: ConformanceWorld) {
  return this.holder.openedWithoutSecret();
});
