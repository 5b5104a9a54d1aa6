import { Then, When } from '@cucumber/cucumber';
import { withParameter } from '../support/actors/changes.js';
import { agree, askInTheClear, formNotSentOn, lookAtPages, noTokenInRedirect } from '../support/acts/redirection.js';
import { forbidFraming } from '../support/verdict/user-pages.js';
import type { ConformanceWorld } from '../support/world.js';

When('a client asks for its code to be sent to an http redirect URI off loopback', function (this: ConformanceWorld) {
  return askInTheClear(this);
});

When(
  'the client asks for authorization with the {word} {string} and the {word} {string}',
  function (this: ConformanceWorld, one: string, value: string, other: string, otherValue: string) {
    return this.askAuthorization({ changes: [withParameter(one, value), withParameter(other, otherValue)] });
  },
);

When('the user agrees', function (this: ConformanceWorld) {
  return agree(this);
});

When('the user looks at the page', function (this: ConformanceWorld) {
  return lookAtPages(this);
});

Then('no access token comes with the redirect', function (this: ConformanceWorld) {
  return noTokenInRedirect(this);
});

Then('the form is not sent on to the client', function (this: ConformanceWorld) {
  formNotSentOn(this);
});

Then('the page forbids being framed', function (this: ConformanceWorld) {
  forbidFraming(this.answers);
});
