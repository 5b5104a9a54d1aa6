import { Given, Then, When } from '@cucumber/cucumber';
import { askForConsent, forgeConsent, noConsentTaken } from '../support/acts/consent.js';
import type { ConformanceWorld } from '../support/world.js';

Given('the user has been asked for consent', function (this: ConformanceWorld) {
  return askForConsent(this);
});

When('another site sends the consent form {}', function (this: ConformanceWorld, forgery: string) {
  return forgeConsent(this, forgery);
});

Then('the consent is not taken', function (this: ConformanceWorld) {
  noConsentTaken(this);
});
