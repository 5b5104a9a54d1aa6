import { Then, When } from '@cucumber/cucumber';
import { byMethodIn, inQuery, withParameterTwice, withFieldAt, without } from '../support/actors/changes.js';
import { withAnotherValue, type Repetition } from '../support/actors/token-request-faults.js';
import { eitherSpaceGranted, redeemWithEitherSpace, refreshWithEitherSpace } from '../support/acts/form-writings.js';
import { askForTokenEndpoint, hasNoFragment } from '../support/acts/token-endpoint-uri.js';
import {
  askByPassword,
  askForGrant,
  issuedBesideQuery,
  noTokenAndCodeNoted,
  notHelpedBy,
  queryHasNotHelped,
  redeemInFrame,
  refusedOrHungUp,
  sendMalformedBody,
} from '../support/acts/token-request.js';
import { noRepetitionRedeems, unknownParametersChangeNothing } from '../support/properties/token-request-properties.js';
import { refusedAtAll, refusedInOrder } from '../support/verdict/malformed-request.js';
import { noted } from '../support/verdict/tolerances.js';
import { grantTypeMissing, grantTypeUnknown, namesError } from '../support/verdict/error-form.js';
import type { ConformanceWorld } from '../support/world.js';

When(
  'the client redeems the code by {word} with its parameters in the {word}',
  function (this: ConformanceWorld, method: string, place: string) {
    return this.redeem(byMethodIn(method, place));
  },
);

When('the client redeems the code with only its {word} in the query', function (this: ConformanceWorld, name: string) {
  return this.redeem(inQuery([name]));
});

When(
  'the client redeems the code with a second {word} {word} its own',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return this.redeem(withAnotherValue(name, place));
  },
);

When('the client redeems the code with two values of {word}', function (this: ConformanceWorld, name: string) {
  return this.redeem(withFieldAt(0, [name, 'one']), withFieldAt(0, [name, 'another']));
});

When('the client redeems the code with its {word} said twice', function (this: ConformanceWorld, name: string) {
  return this.redeem(withParameterTwice(name));
});

When('the client redeems the code and adds {word} with the value {string}', function (this: ConformanceWorld, name: string, value: string) {
  return this.redeem(withFieldAt(0, [name, value]));
});

When('the client asks for a token by the grant {word}', function (this: ConformanceWorld, grantType: string) {
  return askForGrant(this, grantType);
});

When('the client asks for a token with the password of the user', function (this: ConformanceWorld) {
  return askByPassword(this);
});

When('the client sends a token request of {}', function (this: ConformanceWorld, body: string) {
  return sendMalformedBody(this, body);
});

When('the client redeems the code in a message with {}', function (this: ConformanceWorld, framing: string) {
  return redeemInFrame(this, framing);
});

When('the client redeems a code with either writing of the spaces in its secret', function (this: ConformanceWorld) {
  return redeemWithEitherSpace(this);
});

When('the client refreshes for several scopes with either writing of the spaces between them', function (this: ConformanceWorld) {
  return refreshWithEitherSpace(this);
});

When('the client reads where the token endpoint is', function (this: ConformanceWorld) {
  return askForTokenEndpoint(this);
});

Then('no access token is issued, and what became of the code is noted', function (this: ConformanceWorld) {
  return noTokenAndCodeNoted(this);
});

Then('the outcome of {} is noted', function (this: ConformanceWorld, what: string) {
  return noted(this.judge, what, this.answer);
});

Then('the refusal names {word}, or {word} with a note', function (this: ConformanceWorld, error: string, tolerated: string) {
  return this.judge.refusalForm(this.answer, namesError([error], [tolerated]));
});

Then('the refusal says that no grant type was named', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, grantTypeMissing(this.client.registration.type === 'public'));
});

Then('the refusal says that the grant type is unknown', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, grantTypeUnknown(this.client.registration.type === 'public'));
});

Then('the query has not helped', function (this: ConformanceWorld) {
  return queryHasNotHelped(this);
});

Then('the empty {word} has not helped', function (this: ConformanceWorld, name: string) {
  return notHelpedBy(this, `the empty ${name}`, without(name));
});

Then('the refusal is in order', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, refusedInOrder);
});

Then('the server refuses the message or hangs up', function (this: ConformanceWorld) {
  return refusedOrHungUp(this, refusedAtAll);
});

Then('either writing yields an access token', function (this: ConformanceWorld) {
  return eitherSpaceGranted(this);
});

Then('the URI has no fragment', function (this: ConformanceWorld) {
  hasNoFragment(this);
});

Then('an access token is issued, if the URI of the token endpoint has a query', function (this: ConformanceWorld) {
  return issuedBesideQuery(this);
});

Then('the code is redeemed whatever unknown parameters stand beside its own', function (this: ConformanceWorld) {
  return unknownParametersChangeNothing(this.court);
});

Then('no redemption in which a parameter {repetition} yields a token', function (this: ConformanceWorld, repetition: Repetition) {
  return noRepetitionRedeems(this.court, repetition);
});
