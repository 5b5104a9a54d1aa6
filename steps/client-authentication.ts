import { Given, Then, When } from '@cucumber/cucumber';
import { unauthenticated } from '../support/actors/client-credentials.js';
import type { CredentialsOf } from '../support/actors/credentials-by-phrase.js';
import {
  basicIsTaken,
  bodySecretIsTaken,
  encodedBasicIsTaken,
  enterClientWith,
  failToAuthenticate,
  holdCodeOfAnother,
  redeemAsNobody,
  redeemByBasic,
  redeemByBasicWithAlteredSecret,
  redeemTwiceAuthenticated,
  redeemUnderHeader,
  redeemUnderTwoNames,
  redeemWithAlteredSecret,
  redeemWithSecretInBody,
  redeemWithCredentialsInUri,
  redeemWithSecretOfAnother,
  redeemWithTwoSecrets,
  type ClientTrait,
} from '../support/acts/client-authentication.js';
import { notHelpedBy } from '../support/acts/token-request.js';
import { guess, heldUpOrNoted } from '../support/acts/secret-guessing.js';
import { challengesClient, turnsHeaderDown } from '../support/verdict/authentication-form.js';
import { namesError } from '../support/verdict/error-form.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a confidential client {client-trait}', function (this: ConformanceWorld, trait: ClientTrait) {
  enterClientWith(this, trait);
});

Given('an authorization code issued to another client', function (this: ConformanceWorld) {
  return holdCodeOfAnother(this);
});

Given('its authentication has failed with that code', function (this: ConformanceWorld) {
  return failToAuthenticate(this);
});

When('the client redeems the code {credentials}', function (this: ConformanceWorld, proofOf: CredentialsOf) {
  return this.redeem(proofOf(this.client.registration));
});

When('the client redeems the code with Basic credentials', function (this: ConformanceWorld) {
  return redeemByBasic(this);
});

When(
  'the client redeems the code with its secret in the body and a second one {word} it',
  function (this: ConformanceWorld, place: 'before' | 'after') {
    return redeemWithTwoSecrets(this, place);
  },
);

When('the client redeems the code with its secret {} in the body', function (this: ConformanceWorld, altered: string) {
  return redeemWithAlteredSecret(this, altered);
});

When('the client redeems the code with Basic credentials and its secret {}', function (this: ConformanceWorld, altered: string) {
  return redeemByBasicWithAlteredSecret(this, altered);
});

When('the client redeems the code with the secret of another client in the body', function (this: ConformanceWorld) {
  return redeemWithSecretOfAnother(this);
});

When('the code is redeemed under a name that nobody registered', function (this: ConformanceWorld) {
  return redeemAsNobody(this);
});

When('the client redeems the code by Basic and with its secret in the body', function (this: ConformanceWorld) {
  return redeemTwiceAuthenticated(this);
});

When('the client redeems the code with its client_id and client_secret in the URI', function (this: ConformanceWorld) {
  return redeemWithCredentialsInUri(this, ['client_id', 'client_secret']);
});

When('the client redeems the code with its client_secret in the URI', function (this: ConformanceWorld) {
  return redeemWithCredentialsInUri(this, ['client_secret']);
});

When('the client authenticates by Basic and redeems the code as another client', function (this: ConformanceWorld) {
  return redeemUnderTwoNames(this);
});

When('the client redeems the code under the header {string} alone', function (this: ConformanceWorld, field: string) {
  return redeemUnderHeader(this, field);
});

When('{int} wrong passwords and then the right one are tried', function (this: ConformanceWorld, times: number) {
  return guess(this, times);
});

Then('those credentials have not helped', function (this: ConformanceWorld) {
  return notHelpedBy(this, 'the credentials of the request', unauthenticated());
});

When('the client redeems the code with its secret in the body', function (this: ConformanceWorld) {
  return redeemWithSecretInBody(this);
});

Then('the secret in the body has been accepted', function (this: ConformanceWorld) {
  return bodySecretIsTaken(this);
});

Then('Basic has been accepted', function (this: ConformanceWorld) {
  return basicIsTaken(this);
});

Then('encoded credentials have been accepted', function (this: ConformanceWorld) {
  return encodedBasicIsTaken(this);
});

Then('the refusal is a 401 that challenges the client to use Basic', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, challengesClient('Basic'));
});

Then('the refusal is a 401 that challenges the client, or calls the request malformed', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, turnsHeaderDown);
});

Then('the refusal names an error of an unknown client', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, namesError(this.pass.target.policy.unknown_client_errors));
});

Then('the guessing was held up, or that it was not is noted', function (this: ConformanceWorld) {
  heldUpOrNoted(this);
});
