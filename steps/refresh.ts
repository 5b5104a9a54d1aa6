import { Given, Then, When } from '@cucumber/cucumber';
import { asMediaType, byMethodIn, inQuery, withParameter } from '../support/actors/changes.js';
import { withAnotherValue } from '../support/actors/token-request-faults.js';
import { refreshAlmostOver, refreshExpired, refreshGrantedInTime, refreshRenewedExpired } from '../support/acts/ageing-refresh-tokens.js';
import {
  grantedAsAtFirst,
  grantedForOne,
  haveRefreshedForOne,
  nothingBeyond,
  obtainBroadRefreshToken,
  obtainNarrowRefreshToken,
  refreshForAll,
  refreshForOne,
  refreshForOneAndUnknown,
} from '../support/acts/refresh-scope.js';
import {
  holdRefreshTokenOfAnother,
  obtainRefreshToken,
  presentAsOther,
  presentAsRefreshToken,
  queryHasNotHelpedRefresh,
  raceRefreshes,
  refresh,
  refreshIsRefused,
  refreshRefusalNames,
  refreshUnderTwoNames,
  refreshUnproven,
} from '../support/acts/refreshing.js';
import { revokeRefreshToken } from '../support/acts/revoking.js';
import { provocation } from '../support/protocol/provocations.js';
import {
  presentOldRefreshToken,
  presentOldRefreshTokenLate,
  refreshLate,
  refreshOnce,
  refreshWithFirst,
  rotateTimes,
} from '../support/acts/rotation.js';
import { noRefreshRaceYieldsTokensTwice } from '../support/properties/refresh-properties.js';
import type { ConformanceWorld } from '../support/world.js';

Given('a refresh token issued to the client', function (this: ConformanceWorld) {
  return obtainRefreshToken(this);
});

Given('a refresh token issued to the client for one scope', function (this: ConformanceWorld) {
  return obtainNarrowRefreshToken(this);
});

Given('a refresh token issued to the client for several scopes', function (this: ConformanceWorld) {
  return obtainBroadRefreshToken(this);
});

Given('a refresh token issued to another client', function (this: ConformanceWorld) {
  return holdRefreshTokenOfAnother(this);
});

Given('the client has refreshed with it', function (this: ConformanceWorld) {
  return refreshOnce(this);
});

Given('the client has been given a new refresh token for it', function (this: ConformanceWorld) {
  return rotateTimes(this, 1);
});

Given('the client has been given a new refresh token twice', function (this: ConformanceWorld) {
  return rotateTimes(this, 2);
});

Given('the old refresh token has been presented again', function (this: ConformanceWorld) {
  return presentOldRefreshToken(this);
});

Given('the client has refreshed for one scope of them', function (this: ConformanceWorld) {
  return haveRefreshedForOne(this);
});

Given('the client has revoked the refresh token', function (this: ConformanceWorld) {
  return revokeRefreshToken(this);
});

Given('the old refresh token has been presented again when its grace was over', function (this: ConformanceWorld) {
  return presentOldRefreshTokenLate(this);
});

When('the client refreshes when the grace of the old token is over', function (this: ConformanceWorld) {
  return refreshLate(this);
});

When('the client refreshes with the first of them', function (this: ConformanceWorld) {
  return refreshWithFirst(this);
});

When('the client refreshes', function (this: ConformanceWorld) {
  return refresh(this);
});

When('the client refreshes by {word} with its parameters in the {word}', function (this: ConformanceWorld, method: string, place: string) {
  return refresh(this, byMethodIn(method, place));
});

When('the client refreshes with its parameters in the query', function (this: ConformanceWorld) {
  return refresh(this, inQuery());
});

When('the client refreshes with only its {word} in the query', function (this: ConformanceWorld, name: string) {
  return refresh(this, inQuery([name]));
});

When('the client refreshes in a body of type {string}', function (this: ConformanceWorld, mediaType: string) {
  return refresh(this, asMediaType(mediaType));
});

When(
  'the client refreshes with a second {word} {word} its own',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return refresh(this, withAnotherValue(name, place));
  },
);

When('the client authenticates by Basic and refreshes as another client', function (this: ConformanceWorld) {
  return refreshUnderTwoNames(this);
});

When('the client refreshes just inside the lifetime of the refresh token', function (this: ConformanceWorld) {
  return refreshAlmostOver(this);
});

When('the client refreshes just past the lifetime of the refresh token', function (this: ConformanceWorld) {
  return refreshExpired(this);
});

When('the client refreshes with the new one just past its lifetime', function (this: ConformanceWorld) {
  return refreshRenewedExpired(this);
});

When('the client refreshes for all the scopes', function (this: ConformanceWorld) {
  return refreshForAll(this);
});

When('the client refreshes for one scope of them', function (this: ConformanceWorld) {
  return refreshForOne(this);
});

When('the client refreshes for its scope and one that nobody knows', function (this: ConformanceWorld) {
  return refreshForOneAndUnknown(this);
});

When('the client refreshes for a scope with {}', function (this: ConformanceWorld, what: string) {
  return refresh(this, withParameter('scope', provocation(what)));
});

When('the client refreshes by presenting {}', function (this: ConformanceWorld, what: string) {
  return presentAsRefreshToken(this, what);
});

When('the client refreshes, but {}', function (this: ConformanceWorld, how: string) {
  return refreshUnproven(this, how);
});

When('another client presents the refresh token', async function (this: ConformanceWorld) {
  this.answer = await this.otherClient.refresh(this.refreshToken.value);
});

When('another {word} client presents the refresh token', function (this: ConformanceWorld, type: 'public' | 'confidential') {
  return presentAsOther(this, type);
});

When(
  '{int} copies of the refresh of a token arrive at the same moment, in each of {int} rounds',
  function (this: ConformanceWorld, copies: number, rounds: number) {
    return raceRefreshes(this, copies, rounds);
  },
);

Then('the refresh is granted, or the answer came too late to tell', function (this: ConformanceWorld) {
  return refreshGrantedInTime(this);
});

Then('the refresh is refused', function (this: ConformanceWorld) {
  return refreshIsRefused(this);
});

Then('the query has not helped the refresh', function (this: ConformanceWorld) {
  return queryHasNotHelpedRefresh(this);
});

Then('the refresh is refused with {word}', function (this: ConformanceWorld, error: string) {
  return refreshRefusalNames(this, error);
});

Then('the refresh of the other client is refused with {word}', function (this: ConformanceWorld, error: string) {
  return refreshRefusalNames(this, error, this.otherClient);
});

Then('the refresh of the other client is refused', function (this: ConformanceWorld) {
  return refreshIsRefused(this, this.otherClient);
});

Then('a token for one scope is issued', function (this: ConformanceWorld) {
  return grantedForOne(this);
});

Then('the refresh yields nothing beyond what was granted at first', function (this: ConformanceWorld) {
  return nothingBeyond(this);
});

Then('a token for all that was granted at first is issued', function (this: ConformanceWorld) {
  return grantedAsAtFirst(this);
});

Then('no number of simultaneous refreshes with a token yields tokens twice', function (this: ConformanceWorld) {
  return noRefreshRaceYieldsTokensTwice(this.court);
});
