import { Given, Then, When } from '@cucumber/cucumber';
import { advertisedGrantsWork, advertisedMethodsWork, methodIsAsAdvertised, usedMethodsAreAdvertised } from '../support/acts/advertised.js';
import {
  askForMetadata,
  judgeDocuments,
  noteDifferentEndpoints,
  publishedKeys,
  wellKnownAnswers,
} from '../support/acts/published-metadata.js';
import { holdsPublicKeysOnly } from '../support/verdict/key-set.js';
import {
  advertisesNoPlain,
  advertisesS256,
  describesProvider,
  namesEndpoints,
  namesIssuer,
  servedAsJsonObject,
  writesLists,
} from '../support/verdict/metadata-form.js';
import type { ConformanceWorld } from '../support/world.js';

Given('the well-known addresses of the issuer', function (this: ConformanceWorld) {
  this.enterAs('any');
});

When('the client asks for the metadata', function (this: ConformanceWorld) {
  return askForMetadata(this);
});

When('the client walks the flow with the method {word}', function (this: ConformanceWorld, method: string) {
  return this.walkFlow({ method });
});

Then('the metadata comes as a JSON object', async function (this: ConformanceWorld) {
  servedAsJsonObject(await wellKnownAnswers(this));
});

Then('its issuer is the one that was asked for', function (this: ConformanceWorld) {
  return judgeDocuments(this, namesIssuer(this.pass.target.issuer ?? ''));
});

Then('it names the endpoints and the response type code', function (this: ConformanceWorld) {
  return judgeDocuments(this, namesEndpoints);
});

Then('documents that name different endpoints are noted', function (this: ConformanceWorld) {
  return noteDifferentEndpoints(this);
});

Then('it lists S256 among the challenge methods', function (this: ConformanceWorld) {
  return judgeDocuments(this, advertisesS256);
});

Then('it does not list plain among the challenge methods', function (this: ConformanceWorld) {
  return judgeDocuments(this, advertisesNoPlain);
});

Then('its lists are arrays that hold something', function (this: ConformanceWorld) {
  return judgeDocuments(this, writesLists);
});

Then('it describes an OpenID provider in full', function (this: ConformanceWorld) {
  return judgeDocuments(this, describesProvider, 'openid-configuration');
});

Then('the keys behind its jwks_uri are public', async function (this: ConformanceWorld) {
  holdsPublicKeysOnly(await publishedKeys(this));
});

Then('a token is issued just where the metadata lists the method {word}', function (this: ConformanceWorld, method: string) {
  return methodIsAsAdvertised(this, method);
});

Then('every advertised authentication method works for the client that is registered for it', function (this: ConformanceWorld) {
  return advertisedMethodsWork(this);
});

Then('every authentication method that works is advertised', function (this: ConformanceWorld) {
  return usedMethodsAreAdvertised(this);
});

Then('a refresh token works where the metadata lists its grant', function (this: ConformanceWorld) {
  return advertisedGrantsWork(this);
});
