import { Then, When } from '@cucumber/cucumber';
import {
  askForCodeAndIdToken,
  issAsAdvertised,
  issIsThatOfIdTokenBeside,
  namesMetadataIssuer,
  noteIssOfRedeemedToken,
} from '../support/acts/issuer-parameter.js';
import { namesIssuerByUrl, namesItsIssuer } from '../support/verdict/issuer-parameter.js';
import type { ConformanceWorld } from '../support/world.js';

Then('the redirect names its issuer once', function (this: ConformanceWorld) {
  return this.authorizationJudge.redirectForm(this.authorization, namesItsIssuer);
});

Then('the redirect names its issuer by an https URL', function (this: ConformanceWorld) {
  return this.authorizationJudge.redirectForm(this.authorization, namesIssuerByUrl);
});

Then('the redirect names the issuer of the metadata', function (this: ConformanceWorld) {
  return namesMetadataIssuer(this);
});

Then('the metadata says of iss what the redirect shows', function (this: ConformanceWorld) {
  return issAsAdvertised(this);
});

When('the client asks for a code and an ID Token at once', function (this: ConformanceWorld) {
  return askForCodeAndIdToken(this);
});

Then('the ID Token beside the code has the same issuer', function (this: ConformanceWorld) {
  return issIsThatOfIdTokenBeside(this);
});

Then('another issuer in the ID Token is noted', function (this: ConformanceWorld) {
  return noteIssOfRedeemedToken(this);
});
