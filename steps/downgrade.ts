import { Then, When } from '@cucumber/cucumber';
import type { NamedWish } from '../support/actors/authorization-wishes.js';
import { askWithNonce, askWithoutNonce, pkceIsDetectable, redeemStripped, withoutChallengeAnywhere } from '../support/acts/downgrade.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client is handed a code without a challenge and redeems it in its own flow', function (this: ConformanceWorld) {
  return redeemStripped(this);
});

When('the client asks for a code with {authorization-wish}', function (this: ConformanceWorld, wish: NamedWish) {
  return this.askAuthorization(wish());
});

When('the client asks for a code with a nonce and {authorization-wish}', function (this: ConformanceWorld, wish: NamedWish) {
  return askWithNonce(this, wish());
});

When('the client asks for a code without a nonce and with {authorization-wish}', function (this: ConformanceWorld, wish: NamedWish) {
  return askWithoutNonce(this, wish());
});

When('a client that can get a code without a challenge redeems it with a verifier', function (this: ConformanceWorld) {
  return withoutChallengeAnywhere(this);
});

Then('the metadata says how PKCE is supported', function (this: ConformanceWorld) {
  return pkceIsDetectable(this);
});
