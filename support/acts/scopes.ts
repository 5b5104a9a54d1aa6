import { withParameter, type Change } from '../actors/changes.js';
import { randomValue } from '../actors/random-value.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { grantedScope, neverGranted, sameSet, scopeNamed } from '../verdict/granted-scope.js';
import { told } from '../verdict/control.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { accessTokenOf, outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';
import { scopesOf } from './authorization.js';

/** A token granted for two scopes, which the scenario takes for granted. */
export async function holdTwoScopes(world: ConformanceWorld): Promise<void> {
  await askForScope(world, twoScopes(world).join(' '));
  mustBeGranted(world.answer);
  world.answers = [world.answer];
}

/** Walks the flow with the scope as it is written here, or without any. */
export async function askForScope(world: ConformanceWorld, scope: string | null, ...changes: readonly Change[]): Promise<void> {
  await world.walkFlow({ scope }, ...changes);
}

/**
 * Asks for two scopes, written as the phrase says.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export async function askForTwo(world: ConformanceWorld, phrase: string): Promise<void> {
  const [one, other] = twoScopes(world);
  await askForScope(world, resolvePhrase('way to write two scopes', phrase, writings)(one, other));
}

const writings: Readonly<Record<string, (one: string, other: string) => string>> = {
  'in the other order': (one, other) => `${other} ${one}`,
  'with one of them repeated': (one, other) => `${one} ${other} ${one}`,
  'with both of them repeated': (one, other) => `${one} ${other} ${one} ${other}`,
};

/** The same set is granted as for the first writing. */
export async function sameSetGranted(world: ConformanceWorld): Promise<void> {
  const { judge, answer, answers } = world;
  await judge.issued(answer);
  const requested = twoScopes(world).join(' ');
  const [before] = answers;
  if (before) sameSet(grantedScope(answer, requested), grantedScope(before, requested), answer);
}

/** Asks for the first scope, and for the second in the case that it is not written in. */
export async function askInOtherCase(world: ConformanceWorld): Promise<void> {
  const [one, other] = twoScopes(world);
  const flipped = other === other.toUpperCase() ? other.toLowerCase() : other.toUpperCase();
  if (flipped === other) throw new NothingToJudge(`the scope ${other} has no letter whose case could differ`);
  await askForScope(world, `${one} ${flipped}`);
}

/** The second scope is not among what is granted, unless the first brings it along. */
export async function secondScopeNotGranted(world: ConformanceWorld): Promise<void> {
  const [one, other] = twoScopes(world);
  await notGrantedUnlessBy(world, other, one);
}

/** Asks for a scope that the server does not know beside one that it does. */
export async function askForUnknown(world: ConformanceWorld, phrase: string): Promise<void> {
  const [known = ''] = scopesOf(world.client);
  const unknown = resolvePhrase('unknown scope', phrase, unknownScopes)();
  world.values = [unknown];
  await askForScope(world, `${known} ${unknown}`.trim());
}

const unknownScopes: Readonly<Record<string, () => string>> = {
  'made up': () => `no-such-${randomValue()}`,
  'of a quotation mark': () => 'a"b',
  'of a backslash': () => 'a\\b',
  'of a letter beyond ASCII': () => 'é',
};

/** What was unknown is not granted; the response says so where anything else is. */
export async function unknownScopeNotGranted({ judge, authorization, answer, values: [unknown = ''] }: ConformanceWorld): Promise<void> {
  if (outcomeOf(answer).kind !== 'granted') return judge.notIssued(answer);
  const [, requested = ''] = authorization.sent.find(([name]) => name === 'scope') ?? [];
  neverGranted(unknown, grantedScope(answer, requested), answer);
}

/** Asks for two scopes as one text, a comma between them: an unknown scope of the RFC's grammar. */
export async function askForTwoByComma(world: ConformanceWorld): Promise<void> {
  await askForScope(world, twoScopes(world).join(','));
}

/** The two are not granted for their names joined by a comma, unless an unknown scope alone brings them. */
export async function commaSeparatesNothing(world: ConformanceWorld): Promise<void> {
  const [one, other] = twoScopes(world);
  if (outcomeOf(world.answer).kind !== 'granted') return world.judge.notIssued(world.answer);
  const granted = grantedScope(world.answer, `${one},${other}`);
  if (granted.has(one) && granted.has(other)) return notGrantedUnlessBy(world, other, `no-such-${randomValue()}`);
  neverGranted(`${one},${other}`, granted, world.answer);
}

/** A token without a scope asked for says which it has; a refusal is lawful as well. */
export async function defaultScopeReported({ judge, answer, client }: ConformanceWorld): Promise<void> {
  const outcome = outcomeOf(answer);
  if (outcome.kind !== 'granted') return judge.notIssued(answer);
  if (scopesOf(client).length === 0) throw new NothingToJudge('the target names no scope');
  if (scopeNamed(answer) !== undefined) return;
  throw new Violation('a refusal, or a token response whose scope says what the default is', 'a token response without scope', {
    exchanges: [answer.n],
  });
}

/** Asks for one scope at authorization and for two at redemption. */
export async function widenAtRedemption(world: ConformanceWorld): Promise<void> {
  const [one, other] = twoScopes(world);
  await askForScope(world, one, withParameter('scope', `${one} ${other}`));
}

/** The scope of the token is that of the authorization. Without a word about it in the response nothing can be said. */
export async function notWidened(world: ConformanceWorld): Promise<void> {
  const { judge, answer } = world;
  const [one, other] = twoScopes(world);
  const outcome = outcomeOf(answer);
  if (outcome.kind !== 'granted') return judge.notIssued(answer);
  if (scopeNamed(answer) === undefined) throw new NothingToJudge('the response does not say which scope was granted');
  await notGrantedUnlessBy(world, other, one);
}

/** The scope is not among what is granted, unless this other request brings it along as well. */
async function notGrantedUnlessBy(world: ConformanceWorld, scope: string, alone: string): Promise<void> {
  const { judge, answer, authorization } = world;
  if (outcomeOf(answer).kind !== 'granted') return judge.notIssued(answer);
  const [, requested = ''] = authorization.sent.find(([name]) => name === 'scope') ?? [];
  const granted = grantedScope(answer, requested);
  if (!granted.has(scope)) return;
  await askForScope(world, alone);
  if (outcomeOf(world.answer).kind === 'granted' && grantedScope(world.answer, alone).has(scope))
    throw new NothingToJudge(`the scope ${scope} is granted without being asked for`);
  neverGranted(scope, granted, answer);
}

function twoScopes({ client }: ConformanceWorld): readonly [string, string] {
  const [one, other] = scopesOf(client);
  if (one === undefined || other === undefined) throw new Inconclusive('the target names fewer than two scopes');
  return [one, other];
}

function mustBeGranted(answer: Exchange): void {
  const outcome = outcomeOf(answer);
  if (outcome.kind === 'granted' && accessTokenOf(outcome.response) !== undefined) return;
  throw new Inconclusive(`no access token was issued: ${told(outcome)}`, {
    exchanges: [answer.n],
    serverError: outcome.kind === 'server-error',
  });
}
