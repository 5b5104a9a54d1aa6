import { rewritten, withParameter } from '../actors/changes.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import type { CodeAlteration } from '../protocol/code-alterations.js';
import { isSelfContained } from '../protocol/self-contained-token.js';
import { told } from '../verdict/control.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import { resourceOutcomeOf } from '../verdict/resource-outcome.js';
import { unguessable } from '../verdict/unguessable.js';
import type { ConformanceWorld } from '../world.js';

/** Redeems the code as it is altered, with all that belongs to the code itself. */
export async function redeemAltered(world: ConformanceWorld, alter: CodeAlteration): Promise<void> {
  const altered = alter(world.code.value);
  if (altered === undefined) throw new NothingToJudge('the code holds nothing to alter so');
  await world.redeem(rewritten('code', () => altered));
}

/** Presents a token of the redemption as if it were the code, with all that belonged to that code. */
export async function redeemToken(world: ConformanceWorld, name: 'access_token' | 'refresh_token' | 'id_token'): Promise<void> {
  const token = tokenIn(world.answer, name);
  if (token === undefined) throw new NothingToJudge(`no ${name} came`);
  await world.redeem(withParameter('code', token));
}

/** The lifetime of a code, in seconds, that the target file names. */
export function codeLifetime({ pass }: ConformanceWorld): number {
  const { code } = pass.target.lifetimes;
  if (code === undefined) throw new Inconclusive('lifetimes.code is not set');
  return code;
}

/** Seconds, RFC 6749 §4.1.2. */
const longestLifetime = 600;

/**
 * Redeems a code that is older than ten minutes. A code that is refused once its shorter lifetime is over stays dead, so that
 * only a server that grants it then is waited for.
 */
export async function redeemAfterTenMinutes(world: ConformanceWorld): Promise<void> {
  const { code: lifetime } = world.pass.target.lifetimes;
  if (lifetime !== undefined && lifetime < longestLifetime) {
    const spare = world.offers('concurrent_codes') ? await world.client.obtainCode() : undefined;
    await world.redeemer.redeemExpired(lifetime);
    if (outcomeOf(world.answer).kind !== 'granted') return;
    world.code = spare ?? (await world.client.obtainCode());
  }
  await world.redeemer.redeemExpired(longestLifetime);
}

/** A client of the type redeems the code of another: a public client by its client_id, a confidential one authenticated. */
export async function redeemAsOther(world: ConformanceWorld, type: 'public' | 'confidential'): Promise<void> {
  const other = world.clientsOfType(type).find(({ client_id }) => client_id !== world.client.registration.client_id);
  if (!other) throw new NothingToJudge(`the target has no other ${type} client`);
  await world.redeemAs(world.clientFor(other));
}

/** The client that the code was issued to redeems it after another has tried; either outcome is lawful. */
export async function noteRightfulRedemption(world: ConformanceWorld): Promise<void> {
  const { judge, client, code } = world;
  const after = await judge.heard(await client.redeem(code));
  judge.note(`after another client has tried, the code is ${after.kind === 'granted' ? 'kept' : 'burned'} for its own`);
}

/** Collects codes one after the other, each as good as the last. */
export async function collectCodes(world: ConformanceWorld, count: number): Promise<void> {
  const codes: string[] = [];
  for (let nth = 0; nth < count; nth += 1) codes.push((await world.client.obtainCode()).value);
  world.values = codes;
}

/** None of the values that were collected helps to guess the next. */
export function unguessableAll({ values, judge }: ConformanceWorld): void {
  judge.note(unguessable(values));
}

/** Redeems the code once more with nothing wrong but that it was used, which the server has to refuse for anything to be judged. */
export async function replay(world: ConformanceWorld): Promise<void> {
  const { client, code, judge } = world;
  const outcome = await judge.heard(await client.redeem(code));
  if (outcome.kind === 'granted') throw new NothingToJudge('the second redemption was granted, so it was not known for a replay');
}

/** Presents the used code with a wrong verifier: what that does to the tokens is open. */
export async function replayWithWrongVerifier(world: ConformanceWorld): Promise<void> {
  await world.client.redeem(world.code, withParameter('code_verifier', newCodeVerifier()));
}

/** Shows the code a wrong verifier half way through its lifetime. */
export async function tryHalfWay(world: ConformanceWorld): Promise<void> {
  await world.until(world.code.receivedAt + codeLifetime(world) * 500);
  await world.client.redeem(world.code, withParameter('code_verifier', newCodeVerifier()));
}

/** Milliseconds that a server has to tell its resources of a revocation. */
const propagation = 5000;

/** Uses the token, and once more when the revocation has had time to spread. */
export async function useRevoked(world: ConformanceWorld): Promise<void> {
  await world.redeemer.use();
  if (resourceOutcomeOf(world.answer).kind !== 'opened') return;
  await world.until(world.answer.answeredAt + propagation);
  await world.redeemer.use();
}

/** The token opens nothing any more. One that its resource reads by itself (RFC 9068) may live on, which is noted. */
export async function tokenRevoked(world: ConformanceWorld): Promise<void> {
  const { judge, answer, token } = world;
  if (resourceOutcomeOf(answer).kind !== 'opened' || !isSelfContained(token.value)) return judge.notOpened(answer);
  judge.note('the access token is self-contained and still opens the resource');
}

/** RFC 6749 §10.5 speaks of any second attempt, OAuth 2.1 only of a valid one: what an invalid one does to the tokens is told and not judged. */
export function noteFateOfToken({ judge, answer }: ConformanceWorld): void {
  judge.note(`after a replay with a wrong verifier ${told(resourceOutcomeOf(answer))}`);
}

/** Refreshes with the refresh token that came of the code; where that is granted, once more when the revocation has had time to spread. */
export async function refreshRevoked(world: ConformanceWorld): Promise<void> {
  await refresh(world);
  if (outcomeOf(world.answer).kind !== 'granted') return;
  await world.until(world.answer.answeredAt + propagation);
  await refresh(world);
}

async function refresh(world: ConformanceWorld): Promise<void> {
  const token = tokenIn(world.answer, 'refresh_token');
  if (token === undefined) throw new NothingToJudge('no refresh token came with the access token');
  world.answer = await world.client.refresh(token);
}
