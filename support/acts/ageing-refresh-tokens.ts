import type { HeldToken } from '../actors/messages.js';
import { validity, type Validity } from '../actors/validity.js';
import { Inconclusive } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { ConformanceWorld } from '../world.js';
import { obtainRefreshToken, refresh, refreshIsGranted } from './refreshing.js';

/*
 * Many servers keep only so many refresh tokens of a user and drop the eldest, and a run asks for many. One that is refused
 * before its time shows nothing of age: another then grows old while little else is asked for.
 */

/** Refreshes at the last moment of the lifetime at which the answer can still come in time, with a token that was never used. */
export async function refreshAlmostOver(world: ConformanceWorld): Promise<void> {
  await world.until(validityOf(world).almostOver);
  await refresh(world);
  if (outcomeOf(world.answer).kind === 'granted') return;
  await obtainRefreshToken(world);
  await world.until(validityOf(world).almostOver);
  await refresh(world);
}

/** Refreshes when the lifetime of a token that was never used has certainly passed; an elder one shows that it was good until then. */
export async function refreshExpired(world: ConformanceWorld): Promise<void> {
  if (world.offers('concurrent_tokens')) {
    const elder = world.refreshToken;
    await obtainRefreshToken(world);
    await world.until(validityOf(world, elder).almostOver);
    if (outcomeOf(await world.client.refresh(elder.value)).kind !== 'granted') await obtainRefreshToken(world);
  }
  await world.until(validityOf(world).expired);
  await refresh(world);
}

/** Refreshes with the token that took the place of another, when a lifetime has certainly passed since it came. */
export async function refreshRenewedExpired(world: ConformanceWorld): Promise<void> {
  await world.until(validityOf(world).expired);
  await refresh(world);
}

/** The refresh is granted; a refusal that arrived when the refresh token could have expired shows nothing. */
export async function refreshGrantedInTime(world: ConformanceWorld): Promise<void> {
  const { answer } = world;
  if (outcomeOf(answer).kind !== 'granted' && answer.answeredAt >= validityOf(world).validBefore) {
    throw new Inconclusive('the answer came so late that the refresh token could have expired by then', { exchanges: [answer.n] });
  }
  await refreshIsGranted(world);
}

/** By the lifetime that the target file names. */
function validityOf({ pass, refreshToken }: ConformanceWorld, token: HeldToken = refreshToken): Validity {
  const { refresh_token: lifetime, tolerance } = pass.target.lifetimes;
  if (lifetime === undefined) throw new Inconclusive('lifetimes.refresh_token is not set');
  return validity(token, { lifetime, tolerance });
}
