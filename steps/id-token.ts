import { Given, Then, When } from '@cucumber/cucumber';
import {
  askUserInfo,
  eachHasItsNonce,
  idTokenIsSigned,
  idTokenBesideIsSigned,
  idTokenNamesIssuer,
  metadataNamesIssuerOfToken,
  nonceBesideComesBack,
  nonceComesBack,
  nonceComesBackWhereTaken,
  nonceOfLength,
  redeemCrosswise,
  refreshedContinues,
  refreshIdToken,
  remarkableNonce,
  subjectIsStable,
  userInfoNamesSubject,
  walkFlowAgain,
  walkFlowWithoutOpenid,
} from '../support/acts/id-tokens.js';
import { fitsAccessToken, fitsThePresent, holdsIdToken, holdsNoIdToken, madeFor, namesSubject } from '../support/verdict/id-token-form.js';
import type { ConformanceWorld } from '../support/world.js';

Given('the client has walked the flow with openid', function (this: ConformanceWorld) {
  return this.walkFlow({});
});

When('the client walks the flow with openid', function (this: ConformanceWorld) {
  return this.walkFlow({});
});

When('the client walks the flow with openid again', function (this: ConformanceWorld) {
  return walkFlowAgain(this);
});

When('the client walks the flow without openid', function (this: ConformanceWorld) {
  return walkFlowWithoutOpenid(this);
});

When('the client walks the flow with a nonce of every punctuation mark', function (this: ConformanceWorld) {
  return this.walkFlow({ nonce: remarkableNonce() });
});

When('the client walks the flow with a nonce of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.walkFlow({ nonce: nonceOfLength(length) });
});

When('the client walks the flow with openid and no nonce', function (this: ConformanceWorld) {
  return this.walkFlow({ nonce: null });
});

When('the client obtains two codes with openid and redeems the later one first', function (this: ConformanceWorld) {
  return redeemCrosswise(this);
});

When('the client refreshes its tokens', function (this: ConformanceWorld) {
  return refreshIdToken(this);
});

When('the client asks UserInfo', function (this: ConformanceWorld) {
  return askUserInfo(this);
});

Then('the response has an id_token', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, holdsIdToken);
});

Then('the response has no id_token', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, holdsNoIdToken);
});

Then('the ID Token is signed as advertised by a published key', function (this: ConformanceWorld) {
  return idTokenIsSigned(this);
});

Then('the ID Token beside the code is signed as advertised by a published key', function (this: ConformanceWorld) {
  return idTokenBesideIsSigned(this);
});

Then('the ID Token names the issuer', function (this: ConformanceWorld) {
  return idTokenNamesIssuer(this);
});

Then('the metadata names the issuer of the ID Token', function (this: ConformanceWorld) {
  return metadataNamesIssuerOfToken(this);
});

Then('the ID Token is made for the client', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, madeFor(this.client.registration.client_id));
});

Then('the ID Token fits the present', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, fitsThePresent(this.answer.answeredAt));
});

Then('the ID Token names its subject', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, namesSubject);
});

Then('the subject is the same as before', function (this: ConformanceWorld) {
  return subjectIsStable(this);
});

Then('the nonce comes back as it was sent', function (this: ConformanceWorld) {
  return nonceComesBack(this);
});

Then('a nonce that nobody sent is noted', function (this: ConformanceWorld) {
  return nonceComesBackWhereTaken(this);
});

Then('the nonce comes back whole where it was taken', function (this: ConformanceWorld) {
  return nonceComesBackWhereTaken(this);
});

Then('the ID Token beside the code has the nonce of the request', function (this: ConformanceWorld) {
  return nonceBesideComesBack(this);
});

Then('each ID Token has the nonce of its own request', function (this: ConformanceWorld) {
  return eachHasItsNonce(this);
});

Then('the at_hash of the ID Token fits the access token', function (this: ConformanceWorld) {
  return this.judge.responseForm(this.answer, fitsAccessToken);
});

Then('the refreshed ID Token says what the first one said', function (this: ConformanceWorld) {
  return refreshedContinues(this);
});

Then('UserInfo names the subject of the ID Token', function (this: ConformanceWorld) {
  userInfoNamesSubject(this);
});
