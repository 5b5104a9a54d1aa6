import { Then, When } from '@cucumber/cucumber';
import { withParameter, without } from '../support/actors/changes.js';
import { randomValue } from '../support/actors/random-value.js';
import {
  answeredByGet,
  askAtAltered,
  askFaultily,
  askWithEmptyAndWithout,
  emptyCountsAsOmitted,
  askWithSecondValue,
  nothingAstray,
  nothingSent,
  withState,
} from '../support/acts/authorization.js';
import type { UriAlteration } from '../support/protocol/redirect-uri-alterations.js';
import { deliversCode, returnsState } from '../support/verdict/authorization-response.js';
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

When('the client asks for authorization with its redirect_uri {uri-alteration}', function (this: ConformanceWorld, alter: UriAlteration) {
  return askAtAltered(this, alter);
});

When('the client asks for the code to be sent to {string}', function (this: ConformanceWorld, redirectUri: string) {
  return this.askAuthorization({ redirectUri });
});

When('the client asks for authorization under a made-up client_id', function (this: ConformanceWorld) {
  return this.askAuthorization({ changes: [withParameter('client_id', randomValue())] });
});

When('the client asks for authorization with an empty {word}, and without it', function (this: ConformanceWorld, name: string) {
  return askWithEmptyAndWithout(this, name);
});

When(
  'the client asks for authorization with a second {word} {word} its own',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return askWithSecondValue(this, name, place);
  },
);

When('the client asks for authorization with a state of {}', function (this: ConformanceWorld, text: string) {
  return this.askAuthorization(withState(text));
});

When('the client asks for an unknown response_type with a state of {}', function (this: ConformanceWorld, text: string) {
  return askFaultily(this, withState(text));
});

When('the client asks for an unknown response_type without state', function (this: ConformanceWorld) {
  return askFaultily(this, { changes: [without('state')] });
});

Then('an authorization code is issued by GET', function (this: ConformanceWorld) {
  return answeredByGet(this);
});

Then('the empty parameter counts as omitted', function (this: ConformanceWorld) {
  return emptyCountsAsOmitted(this);
});

Then('nothing is sent to an address that is not registered', function (this: ConformanceWorld) {
  return nothingAstray(this);
});

Then('nothing is sent to any address', function (this: ConformanceWorld) {
  return nothingSent(this);
});

Then('the state comes back as it was sent', function (this: ConformanceWorld) {
  return this.authorizationJudge.redirectForm(this.authorization, returnsState);
});

Then('no state comes back', function (this: ConformanceWorld) {
  return this.authorizationJudge.redirectForm(this.authorization, returnsState);
});

Then('the code is visible ASCII and stands in the query alone', function (this: ConformanceWorld) {
  return this.authorizationJudge.redirectForm(this.authorization, deliversCode);
});
