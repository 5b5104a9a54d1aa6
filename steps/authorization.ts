import { Then, When } from '@cucumber/cucumber';
import { withParameter, without } from '../support/actors/changes.js';
import type { ConformanceWorld } from '../support/world.js';

When('the client asks for authorization', function (this: ConformanceWorld) {
  return this.askAuthorization();
});

When('the client asks for authorization without {word}', function (this: ConformanceWorld, name: string) {
  return this.askAuthorization({ changes: [without(name)] });
});

When('the client asks for authorization with an empty {word}', function (this: ConformanceWorld, name: string) {
  return this.askAuthorization({ changes: [withParameter(name, '')] });
});

When('the client asks for authorization with the {word} {string}', function (this: ConformanceWorld, name: string, value: string) {
  return this.askAuthorization({ changes: [withParameter(name, value)] });
});

Then('an authorization code is issued', function (this: ConformanceWorld) {
  return this.authorizationJudge.codeIssued(this.authorization);
});

Then('no authorization code is issued', function (this: ConformanceWorld) {
  return this.authorizationJudge.noCodeIssued(this.authorization);
});
