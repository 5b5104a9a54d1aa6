import { validity } from '../actors/validity.js';
import { NothingToJudge } from '../verdict/findings.js';
import type { ConformanceWorld } from '../world.js';
import { refresh, rotate } from './refreshing.js';

/** A refresh that the scenario takes for granted, after which the client goes on with the refresh token that it used. */
export async function refreshOnce(world: ConformanceWorld): Promise<void> {
  await refresh(world);
  world.token = world.judge.tokenFrom(world.answer, world.refreshToken);
}

/** Has the refresh token renewed so many times, and remembers the very first one. */
export async function rotateTimes(world: ConformanceWorld, times: number): Promise<void> {
  world.values = [world.refreshToken.value];
  for (let nth = 0; nth < times; nth += 1) await rotate(world);
}

/** Waits until a refresh token that was renewed when the token came has certainly outlived the grace that the target file allows it. */
async function outliveGrace(world: ConformanceWorld): Promise<void> {
  const { target } = world.pass;
  const { expired } = validity(world.token, { lifetime: target.policy.refresh_reuse_grace, tolerance: target.lifetimes.tolerance });
  await world.until(expired);
}

/** Refreshes with the refresh token that was renewed first. */
export async function refreshWithFirst(world: ConformanceWorld): Promise<void> {
  const [first] = world.values;
  if (first === undefined) throw new Error('no refresh token was renewed in this scenario');
  world.answer = await world.client.refresh(first);
}

/** Presents the refresh token that was renewed first; where that is granted, there was no replay for the server to notice. */
export async function presentOldRefreshToken(world: ConformanceWorld): Promise<void> {
  await refreshWithFirst(world);
  const outcome = await world.judge.heard(world.answer);
  if (outcome.kind === 'granted') throw new NothingToJudge('the old refresh token is still good, so its use is no replay');
}

/** The same when the grace of the old one is over. */
export async function presentOldRefreshTokenLate(world: ConformanceWorld): Promise<void> {
  await outliveGrace(world);
  await presentOldRefreshToken(world);
}

/** Refreshes with the old one when its grace is over. */
export async function refreshLate(world: ConformanceWorld): Promise<void> {
  await outliveGrace(world);
  await refresh(world);
}
