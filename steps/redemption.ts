import { Given, When } from '@cucumber/cucumber';
import { asMediaType, byMethod, inQuery, withHeader, withParameter, without } from '../support/actors/changes.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client redeems the code', function (this: ConformanceWorld) {
  return this.redeem();
});

Given('the client has redeemed the code', function (this: ConformanceWorld) {
  return this.redeemForToken();
});

When('the client redeems the code without {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(without(name));
});

When('the client redeems the code with an empty {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(withParameter(name, ''));
});

When('the client redeems the code with the {word} {string}', function (this: ConformanceWorld, name: string, value: string) {
  return this.redeem(withParameter(name, value));
});

When('the client redeems the code with the verifier {alteration}', function (this: ConformanceWorld, alter: (value: string) => string) {
  return this.redeem(withParameter('code_verifier', alter(this.code.verifier)));
});

When('the client redeems the code in a body of type {string}', function (this: ConformanceWorld, mediaType: string) {
  return this.redeem(asMediaType(mediaType));
});

When('the client redeems the code by {word}', function (this: ConformanceWorld, method: string) {
  return this.redeem(byMethod(method));
});

When('the client redeems the code with its parameters in the query', function (this: ConformanceWorld) {
  return this.redeem(inQuery());
});

When('the client redeems the code with the header {string}', function (this: ConformanceWorld, header: string) {
  return this.redeem(withHeader(...fieldOf(header)));
});

When('another client redeems the code', function (this: ConformanceWorld) {
  return this.redeemAs(this.otherClient);
});

function fieldOf(header: string): [string, string] {
  const [name = '', ...value] = header.split(': ');
  return [name.toLowerCase(), value.join(': ')];
}
