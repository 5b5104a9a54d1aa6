import { Given, Then, When } from '@cucumber/cucumber';
import type { VerifierAlteration } from '../support/actors/alterations.js';
import { withParameter } from '../support/actors/changes.js';
import { withAnotherPair } from '../support/actors/pkce-changes.js';
import { earlierCodeKeptItsChallenge, obtainCodeOfAnother, redeemOther } from '../support/acts/two-codes.js';
import { ownVerifierAlone } from '../support/properties/code-ledger-properties.js';
import { s256 } from '../support/protocol/code-challenge.js';
import { newCodeVerifier } from '../support/protocol/code-verifier.js';
import { carriesNoPkceParameter } from '../support/verdict/pkce-redirect.js';
import { notReadableFromCode } from '../support/verdict/readable-from-code.js';
import type { ConformanceWorld } from '../support/world.js';

Given('an authorization code bound to the hash of its verifier as a plain challenge', function (this: ConformanceWorld) {
  return this.obtainCode(hashAsPlain(newCodeVerifier()));
});

Given('an authorization code of another client, bound to a challenge of its own', function (this: ConformanceWorld) {
  return obtainCodeOfAnother(this);
});

When('the client redeems the second code with the verifier of the first', function (this: ConformanceWorld) {
  return redeemOther(this, withParameter('code_verifier', this.code.verifier));
});

When('the client redeems the code with the verifier of the second', function (this: ConformanceWorld) {
  return this.redeem(withParameter('code_verifier', this.otherCode.verifier));
});

When('the client redeems the code with another verifier and the challenge to match', function (this: ConformanceWorld) {
  return this.redeem(withAnotherPair());
});

When(
  'the client redeems the code with {alteration} as the verifier and the method {string}',
  function (this: ConformanceWorld, alter: VerifierAlteration, method: string) {
    return this.redeem(withParameter('code_verifier', alter(this.code)), withParameter('code_challenge_method', method));
  },
);

When(
  'the client redeems the code with {alteration} as the verifier, the method {string} and the challenge',
  function (this: ConformanceWorld, alter: VerifierAlteration, method: string) {
    return this.redeem(
      withParameter('code_verifier', alter(this.code)),
      withParameter('code_challenge_method', method),
      withParameter('code_challenge', this.code.challenge ?? ''),
    );
  },
);

Then('a code is redeemed with its own verifier and with no other', function (this: ConformanceWorld) {
  return ownVerifierAlone(this.court);
});

Then('an access token is issued, or the older code is dead to either verifier', function (this: ConformanceWorld) {
  return earlierCodeKeptItsChallenge(this);
});

Then('neither verifier nor challenge can be read from the code', function (this: ConformanceWorld) {
  notReadableFromCode(this.code.value, { challenge: this.code.challenge, verifier: this.code.verifier });
});

Then('the redirect carries no PKCE parameter', function (this: ConformanceWorld) {
  carriesNoPkceParameter(this.authorization);
});

/** A hash that went ahead as if it were the verifier. */
function hashAsPlain(verifier: string): { verifier: string; challenge: string; method: 'plain' } {
  return { verifier, challenge: s256(verifier), method: 'plain' };
}
