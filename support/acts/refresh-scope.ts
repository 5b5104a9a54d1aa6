import { withParameter } from '../actors/changes.js';
import { randomValue } from '../actors/random-value.js';
import { isWithinScope, parseScope } from '../protocol/scope.js';
import { NothingToJudge } from '../verdict/findings.js';
import { grantedScope } from '../verdict/granted-scope.js';
import { tokenIn } from '../verdict/outcome.js';
import { grantsExactly, grantsNothingBeyond, grantsScopeOf } from '../verdict/refreshed-scope.js';
import type { ConformanceWorld } from '../world.js';
import { benchOf, obtainRefreshToken, refresh, refreshIsGranted, rotate } from './refreshing.js';

/** A refresh token for one of the scopes of the target; a server that gives none for so little leaves nothing to judge. */
export async function obtainNarrowRefreshToken(world: ConformanceWorld): Promise<void> {
  world.code = await world.client.obtainCode({ scope: narrow(world) });
  const answer = await world.client.redeem(world.code);
  world.answers = [answer];
  world.token = world.judge.tokenFrom(answer, world.code);
  if (tokenIn(answer, 'refresh_token') === undefined) throw new NothingToJudge(`no refresh token comes with the scope ${narrow(world)}`);
  world.refreshToken = world.judge.tokenFrom(answer, world.code, 'refresh_token');
}

/** A refresh token for every scope of the target; a server that grants less of them than it was asked for leaves nothing to judge. */
export async function obtainBroadRefreshToken(world: ConformanceWorld): Promise<void> {
  await obtainRefreshToken(world, { scope: broad(world) });
  const granted = grantedScope(first(world), broad(world));
  if (!isWithinScope(parseScope(broad(world)), granted))
    throw new NothingToJudge(`of ${JSON.stringify(broad(world))} the server granted ${JSON.stringify([...granted].join(' '))}`);
}

export function refreshForAll(world: ConformanceWorld): Promise<void> {
  return refresh(world, withParameter('scope', broad(world)));
}

export function refreshForOneAndUnknown(world: ConformanceWorld): Promise<void> {
  return refresh(world, withParameter('scope', `${narrow(world)} ${randomValue()}`));
}

export function refreshForOne(world: ConformanceWorld): Promise<void> {
  return refresh(world, withParameter('scope', narrow(world)));
}

/** A refresh for one scope of several, which the scenario takes for granted. */
export function haveRefreshedForOne(world: ConformanceWorld): Promise<void> {
  return rotate(world, withParameter('scope', narrow(world)));
}

/** The refresh is refused, or its response names no scope beyond the one that was granted at first. */
export function nothingBeyond(world: ConformanceWorld): Promise<void> {
  return grantsNothingBeyond(world.judge, benchOf(world, world.client), first(world), narrow(world), world.answer);
}

/** The narrowed refresh is granted. */
export async function grantedForOne(world: ConformanceWorld): Promise<void> {
  await refreshIsGranted(world);
  const remark = grantsScopeOf(narrow(world), world.answer);
  if (remark !== undefined) world.judge.note(remark);
}

/** The refresh is granted, and for all that was granted at first. */
export async function grantedAsAtFirst(world: ConformanceWorld): Promise<void> {
  await refreshIsGranted(world);
  grantsExactly(first(world), broad(world), world.answer);
}

function first({ answers: [answer] }: ConformanceWorld): NonNullable<typeof answer> {
  if (answer === undefined) throw new Error('no refresh token was obtained in this scenario');
  return answer;
}

/** Every scope that the target names. */
function broad({ client }: ConformanceWorld): string {
  return client.registration.scope ?? client.target.scope ?? '';
}

/** The first of them, and with it the scope that some servers want before they give a refresh token (OpenID Connect Core §11). */
function narrow(world: ConformanceWorld): string {
  const scopes = broad(world).split(' ').filter(Boolean);
  const [one, second] = scopes.filter((scope) => scope !== offline);
  if (one === undefined || second === undefined) throw new NothingToJudge('the target names no two scopes to tell apart');
  return scopes.includes(offline) ? `${one} ${offline}` : one;
}

const offline = 'offline_access';
