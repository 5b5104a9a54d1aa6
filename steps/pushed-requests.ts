import { Given, Then, When } from '@cucumber/cucumber';
import { withParameter } from '../support/actors/changes.js';
import type { NamedWish, Presentation } from '../support/actors/authorization-wishes.js';
import { withAnotherValue } from '../support/actors/token-request-faults.js';
import { withSecondValue } from '../support/acts/authorization.js';
import {
  addFrontChannelChallenge,
  addFrontChannelScopes,
  addRegisteredRedirectUri,
  codeAtPushedUri,
  frontStateKeptOut,
  issuedOrRefusedAtAuthorization,
  nothingBeyondPushed,
} from '../support/acts/front-channel.js';
import {
  askDirectly,
  askDirectlyByReference,
  authorizeAsOther,
  authorizeByReference,
  collectReferences,
  enterClientHeldToPush,
  holdPushedRequest,
  obtainPushedCode,
  outliveReference,
  pushAndGoOn,
  pushByMethod,
  pushInNameOfOther,
  pushReference,
  pushRequest,
  pushUnauthenticated,
  referencesUnguessable,
  walkPushedFlow,
} from '../support/acts/pushing.js';
import { isMethodNotAllowed, isPushResponse } from '../support/verdict/push-form.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a client that has to push its authorization requests', function (this: ConformanceWorld) {
  enterClientHeldToPush(this);
});

Given('an authorization request that was pushed', function (this: ConformanceWorld) {
  return holdPushedRequest(this);
});

Given('an authorization code of a pushed request', function (this: ConformanceWorld) {
  return obtainPushedCode(this);
});

When('the client pushes an authorization request', function (this: ConformanceWorld) {
  return pushRequest(this);
});

When(
  'the client pushes a request with {authorization-wish} and redeems the code {presentation}',
  function (this: ConformanceWorld, wish: NamedWish, present: Presentation) {
    return walkPushedFlow(this, wish(), ...present());
  },
);

When(
  'the client pushes a request with the method {method-lookalike}, goes on to authorization and redeems the code',
  function (this: ConformanceWorld, method: string) {
    return walkPushedFlow(this, { method });
  },
);

When('the client pushes a request with a {word} request_uri in it', function (this: ConformanceWorld, which: 'made-up' | 'real') {
  return pushReference(this, which);
});

When('the client pushes an authorization request {}', function (this: ConformanceWorld, how: string) {
  return pushUnauthenticated(this, how);
});

When('the client pushes its request and goes on', function (this: ConformanceWorld) {
  return pushAndGoOn(this);
});

When('the client pushes a request for its code to be sent to {string} and goes on', function (this: ConformanceWorld, redirectUri: string) {
  return pushAndGoOn(this, { redirectUri });
});

When(
  'the client pushes a request with another {word} {word} its own and goes on',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return pushAndGoOn(this, { changes: [withAnotherValue(name, place)] });
  },
);

When(
  'the client pushes a request with a second {word} {word} its own and goes on',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return pushAndGoOn(this, withSecondValue(this, name, place));
  },
);

When('the client authenticates by Basic and pushes a request of another client, which goes on', function (this: ConformanceWorld) {
  return pushInNameOfOther(this);
});

When('the client pushes by {word}', function (this: ConformanceWorld, method: string) {
  return pushByMethod(this, method);
});

When('the client asks for authorization with the request_uri( again)', function (this: ConformanceWorld) {
  return authorizeByReference(this);
});

When('the client asks for authorization with the request_uri when it has expired', function (this: ConformanceWorld) {
  return outliveReference(this);
});

When(
  'the client asks for authorization with the request_uri and all that was pushed when it has expired',
  function (this: ConformanceWorld) {
    return outliveReference(this, 'beside what was pushed');
  },
);

When('another client asks for authorization with the request_uri', function (this: ConformanceWorld) {
  return authorizeAsOther(this);
});

When(
  'a {word} challenge is added beside the request_uri and the code is redeemed with the verifier of the {word} one',
  function (this: ConformanceWorld, method: string, presented: 'front' | 'pushed') {
    return addFrontChannelChallenge(this, method, presented);
  },
);

When('another registered redirect_uri is added beside the request_uri', function (this: ConformanceWorld) {
  return addRegisteredRedirectUri(this);
});

When('the {word} {string} is added beside the request_uri', function (this: ConformanceWorld, name: string, value: string) {
  return authorizeByReference(this, withParameter(name, value));
});

When('all the scopes are added beside the request_uri of a request for one', function (this: ConformanceWorld) {
  return addFrontChannelScopes(this);
});

When('the client asks for authorization without a push', function (this: ConformanceWorld) {
  return askDirectly(this);
});

When('the client asks for authorization without a push and with a made-up request_uri', function (this: ConformanceWorld) {
  return askDirectlyByReference(this);
});

When('the client pushes {int} authorization requests, one after the other', function (this: ConformanceWorld, count: number) {
  return collectReferences(this, count);
});

Then('the push is refused', function (this: ConformanceWorld) {
  return this.pushJudge.refused(this.answer);
});

Then('the answer is 201 with a request_uri and its lifetime', function (this: ConformanceWorld) {
  return this.pushJudge.accepted(this.answer, isPushResponse);
});

Then('the answer to the push is 405', function (this: ConformanceWorld) {
  return this.pushJudge.form(this.answer, isMethodNotAllowed);
});

Then('an access token is issued, or authorization is refused', function (this: ConformanceWorld) {
  return issuedOrRefusedAtAuthorization(this);
});

Then('the code goes to the pushed redirect_uri or nowhere', function (this: ConformanceWorld) {
  return codeAtPushedUri(this);
});

Then('the code comes without the state {string}', function (this: ConformanceWorld, state: string) {
  return frontStateKeptOut(this, state);
});

Then('nothing is granted beyond what the pushed request yields by itself', function (this: ConformanceWorld) {
  return nothingBeyondPushed(this);
});

Then('no request_uri can be guessed from the others', function (this: ConformanceWorld) {
  referencesUnguessable(this);
});
