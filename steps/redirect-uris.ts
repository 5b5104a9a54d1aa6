import { Given, Then, When } from '@cucumber/cucumber';
import {
  askAtUriOfAnother,
  askAtUriWithQuery,
  askFaultilyAtUriWithQuery,
  enterWithOneRedirectUri,
  enterWithQuery,
  obtainCodeAtUriWithQuery,
  omitRedirectUri,
  queryKept,
  redeemUnderAltered,
  sentToOther,
} from '../support/acts/redirect-uris.js';
import type { UriAlteration } from '../support/protocol/redirect-uri-alterations.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a client that has registered a redirect URI with a query', function (this: ConformanceWorld) {
  enterWithQuery(this);
});

Given('a client that has registered one redirect URI', function (this: ConformanceWorld) {
  enterWithOneRedirectUri(this);
});

Given('an authorization code sent to the redirect URI with a query', function (this: ConformanceWorld) {
  return obtainCodeAtUriWithQuery(this);
});

When('the client asks for the code to be sent to a redirect URI of another client', function (this: ConformanceWorld) {
  return askAtUriOfAnother(this);
});

When('the client asks for its code at its other redirect_uri', function (this: ConformanceWorld) {
  return this.askAuthorization({ redirectUri: this.client.otherRedirectUri });
});

When('the client asks for authorization at the redirect URI with a query', function (this: ConformanceWorld) {
  return askAtUriWithQuery(this);
});

When('the client asks for an unknown response_type at the redirect URI with a query', function (this: ConformanceWorld) {
  return askFaultilyAtUriWithQuery(this);
});

When('the client redeems the code with its redirect_uri {uri-alteration}', function (this: ConformanceWorld, alter: UriAlteration) {
  return redeemUnderAltered(this, alter);
});

When('the client leaves redirect_uri out of the flow', function (this: ConformanceWorld) {
  return omitRedirectUri(this);
});

When('the client leaves redirect_uri out at authorization and redeems under {string}', function (this: ConformanceWorld, given: string) {
  return omitRedirectUri(this, given);
});

Then('the code goes there, or nowhere', function (this: ConformanceWorld) {
  return sentToOther(this);
});

Then('the query of the redirect URI is kept', function (this: ConformanceWorld) {
  return queryKept(this);
});
