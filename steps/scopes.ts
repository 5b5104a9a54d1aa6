import { Given, Then, When } from '@cucumber/cucumber';
import {
  askForScope,
  askForTwo,
  askForTwoByComma,
  askForUnknown,
  askInOtherCase,
  commaSeparatesNothing,
  defaultScopeReported,
  holdTwoScopes,
  notWidened,
  sameSetGranted,
  secondScopeNotGranted,
  unknownScopeNotGranted,
  widenAtRedemption,
} from '../support/acts/scopes.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a token of two scopes', function (this: ConformanceWorld) {
  return holdTwoScopes(this);
});

When('the client asks for the same two scopes {}', function (this: ConformanceWorld, written: string) {
  return askForTwo(this, written);
});

When('the client asks for two scopes, the second in the other case', function (this: ConformanceWorld) {
  return askInOtherCase(this);
});

When('the client asks for two scopes with a comma between them', function (this: ConformanceWorld) {
  return askForTwoByComma(this);
});

When('the client asks for no scope', function (this: ConformanceWorld) {
  return askForScope(this, null);
});

When('the client asks for a scope {} beside its own', function (this: ConformanceWorld, unknown: string) {
  return askForUnknown(this, unknown);
});

When('the client asks for one scope at authorization and for two at redemption', function (this: ConformanceWorld) {
  return widenAtRedemption(this);
});

Then('the same set of scopes is granted', function (this: ConformanceWorld) {
  return sameSetGranted(this);
});

Then('the second scope is not granted', function (this: ConformanceWorld) {
  return secondScopeNotGranted(this);
});

Then('the comma separates nothing', function (this: ConformanceWorld) {
  return commaSeparatesNothing(this);
});

Then('nothing is granted, or the response tells the scope', function (this: ConformanceWorld) {
  return defaultScopeReported(this);
});

Then('the unknown scope is not granted', function (this: ConformanceWorld) {
  return unknownScopeNotGranted(this);
});

Then('the scope of the authorization is not exceeded', function (this: ConformanceWorld) {
  return notWidened(this);
});
