import { Given, When } from '@cucumber/cucumber';
import { plainInFormOfHash } from '../support/actors/challenge-wishes.js';
import type { ChallengeWish } from '../support/actors/challenge-token-request.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a token was issued for a plain challenge that has the form of a hash', function (this: ConformanceWorld) {
  return this.holder.obtain(plainInFormOfHash());
});

When('the client asks for a token with the same challenge', function (this: ConformanceWorld) {
  return this.holder.requestAgain();
});

When('the client asks for a token with the same challenge {}', function (this: ConformanceWorld, disguise: string) {
  return this.holder.requestInDisguise(disguise);
});

When('another client asks for a token with the same challenge', function (this: ConformanceWorld) {
  return this.holder.requestAgain({}, this.otherClient);
});

When('the client asks for a token with the S256 challenge of that verifier', function (this: ConformanceWorld) {
  return this.holder.request({ verifier: this.holder.asked.verifier });
});

When('the client asks for a token with that verifier as a plain challenge', function (this: ConformanceWorld) {
  return this.holder.request({ verifier: this.holder.asked.verifier, method: 'plain' });
});

When('the client asks for a token with that verifier as a challenge without a method', function (this: ConformanceWorld) {
  return this.holder.request({ verifier: this.holder.asked.verifier, method: null });
});

When('the client asks for a token with the same string as a/an {word} challenge', function (this: ConformanceWorld, method: string) {
  return this.holder.requestAgain({ method });
});

When(
  '{int} copies of a token request arrive at the same moment, in each of {int} rounds',
  function (this: ConformanceWorld, copies: number, rounds: number) {
    return this.holder.race(rounds, Array(copies).fill({}));
  },
);

When(
  'a verifier arrives {int} times as plain and as often as S256 at the same moment, in each of {int} rounds',
  function (this: ConformanceWorld, times: number, rounds: number) {
    return this.holder.race(
      rounds,
      Array<ChallengeWish[]>(times)
        .fill([{ method: 'plain' }, { method: 'S256' }])
        .flat(),
    );
  },
);
