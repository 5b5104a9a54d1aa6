import { Given, When } from '@cucumber/cucumber';
import type { VerifierAlteration, Writing } from '../support/actors/alterations.js';
import { asMediaType, inQuery, rewritten, withHeaderField, withParameter, without } from '../support/actors/changes.js';
import { unauthenticated } from '../support/actors/client-credentials.js';
import { randomValue } from '../support/actors/random-value.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems the code', function (this: ConformanceWorld) {
  return this.redeem();
});

Given('the client has redeemed the code', function (this: ConformanceWorld) {
  return this.redeemForToken();
});

Given('an access token issued to the client( for another code)', function (this: ConformanceWorld) {
  return this.redeemer.holdToken();
});

When('the client redeems the code without {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(without(name));
});

When('the client redeems the code with an empty {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(withParameter(name, ''));
});

When('the client redeems the code with a made-up {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(withParameter(name, randomValue()));
});

When('the client redeems the code with the {word} {string}', function (this: ConformanceWorld, name: string, value: string) {
  return this.redeem(withParameter(name, value));
});

When('the client redeems the code with its other redirect_uri', function (this: ConformanceWorld) {
  return this.redeem(withParameter('redirect_uri', this.client.otherRedirectUri));
});

When('the client redeems the code with its {word} {writing}', function (this: ConformanceWorld, name: string, write: Writing) {
  return this.redeem(rewritten(name, write));
});

When('the client redeems the code with the verifier {alteration}', function (this: ConformanceWorld, alter: VerifierAlteration) {
  return this.redeem(withParameter('code_verifier', alter(this.code)));
});

When('the client redeems the code with {alteration} as the verifier', function (this: ConformanceWorld, alter: VerifierAlteration) {
  return this.redeem(withParameter('code_verifier', alter(this.code)));
});

When(
  'the client redeems the code with {alteration} and its access token as Bearer',
  function (this: ConformanceWorld, alter: VerifierAlteration) {
    return this.redeemer.redeemAsBearer(withParameter('code_verifier', alter(this.code)));
  },
);

When('the client redeems the code without a verifier and with its access token as Bearer', function (this: ConformanceWorld) {
  return this.redeemer.redeemAsBearer(without('code_verifier'));
});

When('the client redeems the code with its access token in place of its secret', function (this: ConformanceWorld) {
  return this.redeemer.redeemAsBearer(unauthenticated());
});

When('the client redeems the code in a body of type {string}', function (this: ConformanceWorld, mediaType: string) {
  return this.redeem(asMediaType(mediaType));
});

When('the client redeems the code with its parameters in the query', function (this: ConformanceWorld) {
  return this.redeem(inQuery());
});

When('the client redeems the code and adds the header {string}', function (this: ConformanceWorld, header: string) {
  return this.redeem(withHeaderField(header));
});

Given('another client has tried to redeem the code', function (this: ConformanceWorld) {
  return this.redeemAs(this.otherClient);
});

When('another client redeems the code', function (this: ConformanceWorld) {
  return this.redeemAs(this.otherClient);
});
