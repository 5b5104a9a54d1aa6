import { withParameter } from '../actors/changes.js';
import { randomValue } from '../actors/random-value.js';
import { validity } from '../actors/validity.js';
import { NothingToJudge } from '../verdict/findings.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** Sends the redemption of the code as often, whatever became of the code before. */
export async function redeemTimes(world: ConformanceWorld, times: number): Promise<void> {
  const answers: Exchange[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await world.client.redeem(world.code));
  world.answers = answers;
}

/** The same with a code that nobody was given. */
export async function redeemUnknownTimes(world: ConformanceWorld, times: number): Promise<void> {
  const madeUp = randomValue();
  const answers: Exchange[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await world.client.redeem(world.code, withParameter('code', madeUp)));
  world.answers = answers;
}

/** Sends three dead codes: the used one of the scenario, one that nobody was given, and another that has expired unused. */
export async function redeemDeadCodes(world: ConformanceWorld): Promise<void> {
  const { client } = world;
  const { code: lifetime, tolerance } = client.target.lifetimes;
  if (lifetime === undefined) throw new NothingToJudge('lifetimes.code does not say when a code expires');
  const unused = await client.obtainCode();
  const answers = [await client.redeem(world.code), await client.redeem(world.code, withParameter('code', randomValue()))];
  await world.until(validity(unused, { lifetime, tolerance }).expired);
  world.answers = [...answers, await client.redeem(unused)];
}
