import { Then, When } from '@cucumber/cucumber';
import {
  askByScript,
  originOf,
  preflightAuthorization,
  preflightToken,
  readMetadataByScript,
  redeemByScript,
} from '../support/acts/cors.js';
import { letsIn, letsNobodyIn } from '../support/verdict/cors.js';
import type { ConformanceWorld } from '../support/world.js';

When('a browser asks for a script of another origin to be let in at the authorization endpoint', function (this: ConformanceWorld) {
  return preflightAuthorization(this);
});

When('a script of another origin asks for authorization', function (this: ConformanceWorld) {
  return askByScript(this);
});

When('a browser asks for a script of the client to be let in at the token endpoint', function (this: ConformanceWorld) {
  return preflightToken(this);
});

When('a script of the client redeems the code', function (this: ConformanceWorld) {
  return redeemByScript(this);
});

When('a script of the client reads the metadata of the server', function (this: ConformanceWorld) {
  return readMetadataByScript(this);
});

Then('no endpoint has let the script in', function (this: ConformanceWorld) {
  letsNobodyIn(this.answers);
});

Then('the script is let in, without cookies', function (this: ConformanceWorld) {
  letsIn(this.answer, originOf(this));
});
