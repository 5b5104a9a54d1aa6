import { withParameter, without, type Change } from '../actors/changes.js';
import { byBasicAlone, unauthenticated, withSecretInBody, withWrongPassword } from '../actors/client-credentials.js';
import { Client, type AuthorizationWish } from '../actors/client.js';
import { refreshTrials } from '../actors/control.js';
import { raceRounds } from '../actors/race-rounds.js';
import { randomValue } from '../actors/random-value.js';
import { UserAgent } from '../actors/user-agent.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { tokenAlteration } from '../protocol/token-alterations.js';
import { holdsSecret } from '../target/client-credentials.js';
import { tryControl, type ControlResult } from '../verdict/control.js';
import { demandControl, type ControlBench } from '../verdict/demand-control.js';
import { namesError } from '../verdict/error-form.js';
import { NothingToJudge } from '../verdict/findings.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import { yieldsTwo } from '../verdict/rounds.js';
import { refreshGranted, refreshRefused } from '../verdict/refreshed.js';
import { notHelped } from '../verdict/tolerances.js';
import type { RaceResult } from '../wire/wire.js';
import type { ConformanceWorld } from '../world.js';

/** A refresh token of a redemption, which the scenario takes for granted; the response that brought it is the first of `answers`. */
export async function obtainRefreshToken(world: ConformanceWorld, wish: AuthorizationWish = {}): Promise<void> {
  world.code = await world.client.obtainCode(wish);
  const answer = await world.client.redeem(world.code);
  world.answers = [answer];
  world.token = world.judge.tokenFrom(answer, world.code);
  world.refreshToken = world.judge.tokenFrom(answer, world.code, 'refresh_token');
}

export async function refresh(world: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  world.answer = await world.client.refresh(world.refreshToken.value, ...changes);
}

/** A refresh that the scenario takes for granted; the refresh token that it brought takes the place of the old one. */
export async function rotate(world: ConformanceWorld, ...changes: readonly Change[]): Promise<void> {
  await refresh(world, ...changes);
  world.token = world.judge.tokenFrom(world.answer, world.refreshToken);
  const renewed = tokenIn(world.answer, 'refresh_token');
  if (renewed === undefined || renewed === world.refreshToken.value)
    throw new NothingToJudge('the server does not renew the refresh token');
  world.refreshToken = world.judge.tokenFrom(world.answer, world.refreshToken, 'refresh_token');
}

/** The refresh token in the hands of the first other client of that type. */
export async function presentAsOther(world: ConformanceWorld, type: 'public' | 'confidential'): Promise<void> {
  const other = world.clientsOfType(type).find(({ client_id }) => client_id !== world.client.registration.client_id);
  if (!other) throw new NothingToJudge(`the target has no other ${type} client`);
  world.otherClient = world.clientFor(other);
  world.answer = await world.otherClient.refresh(world.refreshToken.value);
}

/** Presents something else as the refresh token, by its phrase. */
export async function presentAsRefreshToken(world: ConformanceWorld, phrase: string): Promise<void> {
  const what = Object.hasOwn(impostors, phrase)
    ? await resolvePhrase('impostor of a refresh token', phrase, impostors)(world)
    : tokenAlteration(phrase.replace(/^the refresh token /, ''))(world.refreshToken.value);
  if (what === undefined) throw new NothingToJudge(`there is no ${phrase}`);
  world.answer = await world.client.refresh(what);
}

const impostors: Readonly<Record<string, (world: ConformanceWorld) => string | undefined | Promise<string>>> = {
  'a made-up refresh token': () => randomValue(),
  'its access token': ({ token }) => token.value,
  'its redeemed code': ({ code }) => code.value,
  'an unused code': async ({ client }) => (await client.obtainCode()).value,
  'its id_token': ({ answers: [first] }) => first && tokenIn(first, 'id_token'),
};

/** Refreshes as a confidential client that proves nothing, or proves it wrongly. */
export async function refreshUnproven(world: ConformanceWorld, phrase: string): Promise<void> {
  const { registration } = world.client;
  if (!holdsSecret(registration)) throw new NothingToJudge('the confidential client has no client_secret');
  const inBody = registration.token_endpoint_auth_method === 'client_secret_post';
  const proofs: Readonly<Record<string, Change>> = {
    'without its client_secret': unauthenticated(),
    'with a wrong client_secret': withWrongPassword(registration),
    'with an empty client_secret': inBody ? withSecretInBody('') : byBasicAlone(registration.client_id, ''),
  };
  await refresh(world, resolvePhrase('proof', phrase, proofs));
}

/** Proves by Basic that it is the acting client, and names another in the body. */
export async function refreshUnderTwoNames(world: ConformanceWorld): Promise<void> {
  const { client_id, client_secret = '' } = world.client.registration;
  await refresh(world, byBasicAlone(client_id, client_secret), withParameter('client_id', world.otherClient.registration.client_id));
}

/** A refresh token that another client was given, in the hands of the acting one. */
export async function holdRefreshTokenOfAnother(world: ConformanceWorld): Promise<void> {
  const { client, otherClient } = world;
  world.client = otherClient;
  await obtainRefreshToken(world);
  world.client = client;
}

/** Round after round, copies of the refresh of one fresh refresh token that arrive together; only where the server renews refresh tokens. */
export async function raceRefreshes(world: ConformanceWorld, copies: number, rounds: number): Promise<void> {
  await obtainRefreshToken(world);
  await rotate(world);
  const race = async (): Promise<RaceResult> => {
    await obtainRefreshToken(world);
    return world.client.wire.race(Array.from({ length: copies }, () => world.client.refreshRequest(world.refreshToken.value)));
  };
  world.rounds = await raceRounds(rounds, race, yieldsTwo);
}

export function refreshIsGranted(world: ConformanceWorld): Promise<void> {
  return refreshGranted(world.judge, benchOf(world, world.client), world.answer);
}

/** No token came, though the same client's refresh is granted where nothing is wrong with it. */
export function refreshIsRefused(world: ConformanceWorld, client: Client = world.client): Promise<void> {
  return refreshRefused(world.judge, benchOf(world, client), world.answer);
}

/** What the query of a refresh held has not made it succeed: a server that refreshes without it as well breaks another rule. */
export async function queryHasNotHelpedRefresh(world: ConformanceWorld): Promise<void> {
  const { answer, client, judge, refreshToken } = world;
  if (outcomeOf(answer).kind !== 'granted') return refreshIsRefused(world);
  const names = [...new URL(answer.request.url).searchParams.keys()];
  await notHelped(judge, 'the parameters in the query', answer, () =>
    client.refresh(refreshToken.value, ...names.map((name) => without(name))),
  );
}

/** The error that a refresh is refused with; a client that is refused every refresh may be told of that instead. */
export async function refreshRefusalNames(world: ConformanceWorld, error: string, client: Client = world.client): Promise<void> {
  await demandControl(benchOf(world, client));
  await world.judge.refusalForm(world.answer, namesError([error]));
}

/** Whether a refresh of that client is granted at all, asked once in a pass. */
export function benchOf(world: ConformanceWorld, client: Client): ControlBench {
  const { shared } = world.pass;
  const name = `${client.registration.client_id} refresh control`;
  return {
    control: () => {
      const asked =
        (shared.get(name) as Promise<ControlResult> | undefined) ?? tryControl(refreshTrials(ownOf(world, client), world.judge));
      shared.set(name, asked);
      return asked;
    },
  };
}

function ownOf({ pass }: ConformanceWorld, { registration, target, tokenEndpoint }: Client): Client {
  return new Client(registration, target, tokenEndpoint, pass.openWire(), new UserAgent(pass.session));
}
