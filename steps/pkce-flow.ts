import { Given, Then, When } from '@cucumber/cucumber';
import { withParameter, without } from '../support/actors/changes.js';
import { randomValue } from '../support/actors/random-value.js';
import { flowWithoutPkce, issuedUnlessTurnedDownInAdvance, notedFlowWithoutPkce, presentAgain } from '../support/acts/pkce-flow.js';
import { askInTheClear, tokenRequestInTheClear } from '../support/acts/plain-http.js';
import { redeemForRefreshToken, refresh, refreshedWithoutVerifier } from '../support/acts/refresh.js';
import { everyRoundTripSucceeds } from '../support/properties/flow-properties.js';
import { explainsItself } from '../support/verdict/pkce-redirect.js';
import { notServedInTheClear } from '../support/verdict/plain-http.js';
import type { ConformanceWorld } from '../support/world.js';

Given('an authorization code bound to a plain challenge', function (this: ConformanceWorld) {
  return this.obtainCode({ method: 'plain' });
});

Given('the client has redeemed a code', async function (this: ConformanceWorld) {
  await this.obtainCode().then(() => this.redeemForToken());
});

Given('the client has redeemed a code for a refresh token', function (this: ConformanceWorld) {
  return redeemForRefreshToken(this);
});

Given('the client has redeemed a code without PKCE', function (this: ConformanceWorld) {
  return flowWithoutPkce(this);
});

When('the client asks for authorization with its verifier as the challenge and no method', function (this: ConformanceWorld) {
  return this.askAuthorization({ method: 'plain', changes: [without('code_challenge_method')] });
});

When(
  'the client presents the verifier {string} for the challenge {string}',
  function (this: ConformanceWorld, verifier: string, challenge: string) {
    return this.walkFlow({ verifier, challenge });
  },
);

When('the client presents the verifier for a plain challenge without a method', function (this: ConformanceWorld) {
  return this.walkFlow({ method: 'plain', changes: [without('code_challenge_method')] });
});

When('the client presents the same verifier for the same challenge', function (this: ConformanceWorld) {
  return presentAgain(this, this.client);
});

When('another client presents the same verifier for the same challenge', function (this: ConformanceWorld) {
  return presentAgain(this, this.otherClient);
});

When('the client leaves PKCE out of the flow', function (this: ConformanceWorld) {
  return this.walkFlow({ challenge: null, method: null }, without('code_verifier'));
});

When('the client leaves PKCE out of the flow and redeems with a made-up {word}', function (this: ConformanceWorld, name: string) {
  return this.walkFlow({ challenge: null, method: null }, without('code_verifier'), withParameter(name, randomValue()));
});

When('the client refreshes its access token', function (this: ConformanceWorld) {
  return refresh(this);
});

When('a made-up token request with {} is sent over plain http', function (this: ConformanceWorld, request: string) {
  return askInTheClear(this, tokenRequestInTheClear(request));
});

Then('an authorization code is issued, or nothing is granted at all', function (this: ConformanceWorld) {
  return this.authorizationJudge.controlIssued(this.authorization);
});

Then('an access token is issued, or the challenge is turned down in advance', function (this: ConformanceWorld) {
  return issuedUnlessTurnedDownInAdvance(this, 'a challenge that came before is turned down in advance');
});

Then('an access token is issued, or the flow is turned down in advance', function (this: ConformanceWorld) {
  return notedFlowWithoutPkce(this);
});

Then('an access token is issued, and no verifier is asked for', function (this: ConformanceWorld) {
  return refreshedWithoutVerifier(this);
});

Then('the redirect explains the refusal', function (this: ConformanceWorld) {
  return this.authorizationJudge.errorRedirect(this.authorization).then(explainsItself);
});

Then('no token endpoint answers', function (this: ConformanceWorld) {
  return notServedInTheClear(this.answer);
});

Then('every verifier redeems its code, under every method that the server offers', function (this: ConformanceWorld) {
  return everyRoundTripSucceeds(this.court, this.offers('plain') ? ['S256', 'plain'] : ['S256']);
});
