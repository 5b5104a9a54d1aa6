import { byBasicAlone, unauthenticated, withSecretInBody } from '../actors/client-credentials.js';
import type { Change } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import { told } from '../verdict/control.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import type { JsonObject } from '../protocol/json.js';
import type { RegisteredClient } from '../target/target.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';
import { publishedMetadata } from './published-metadata.js';

/** The flow with this challenge method is granted where the metadata names the method, and refused where it does not. */
export async function methodIsAsAdvertised(world: ConformanceWorld, method: string): Promise<void> {
  const methods = listIn(await publishedMetadata(world), 'code_challenge_methods_supported');
  if (!methods.includes(method)) return world.judge.notIssued(world.answer);
  return method === 'S256' ? world.judge.controlGranted(world.answer) : world.judge.issued(world.answer);
}

/** Each client that is declared for an advertised method redeems a code by it; a refusal counts where another way is granted to the same client. */
export async function advertisedMethodsWork(world: ConformanceWorld): Promise<void> {
  const metadata = await publishedMetadata(world);
  const methods = metadata['token_endpoint_auth_methods_supported'] === undefined ? ['client_secret_basic'] : authMethods(metadata);
  const clients = declared(world).filter(({ token_endpoint_auth_method }) => methods.includes(token_endpoint_auth_method));
  if (clients.length === 0) throw new NothingToJudge('no client of the target is declared for a method that the metadata names');
  for (const client of clients) await worksAsDeclared(world, world.clientFor(client));
}

async function worksAsDeclared(world: ConformanceWorld, client: Client): Promise<void> {
  const { client_id, token_endpoint_auth_method: method } = client.registration;
  const answer = await redeemed(client);
  const outcome = outcomeOf(answer);
  if (outcome.kind === 'granted') return;
  for (const [name, change] of otherWays(client.registration)) {
    const other = await redeemed(client, change);
    if (outcomeOf(other).kind !== 'granted') continue;
    throw new Violation(
      `an access token for ${client_id} by ${method}, as advertised`,
      `${told(outcome)}, yet a token was issued ${name}`,
      {
        exchanges: [answer.n, other.n],
      },
    );
  }
  throw new Inconclusive(`${client_id} is granted nothing, however it authenticates: ${told(outcome)}`, { exchanges: [answer.n] });
}

function otherWays({ client_id, client_secret }: RegisteredClient): readonly (readonly [string, Change])[] {
  const bySecret = (secret: string): readonly (readonly [string, Change])[] => [
    ['by client_secret_basic', byBasicAlone(client_id, secret)],
    ['by client_secret_post', withSecretInBody(secret)],
  ];
  return [...(client_secret === undefined ? [] : bySecret(client_secret)), ['without authentication', unauthenticated()]];
}

/** Whatever method a client is granted tokens by stands in the metadata; a list that is left out is another matter. */
export async function usedMethodsAreAdvertised(world: ConformanceWorld): Promise<void> {
  const methods = authMethods(await publishedMetadata(world));
  for (const registration of declared(world)) {
    const { token_endpoint_auth_method: method } = registration;
    if (methods.includes(method)) continue;
    const answer = await redeemed(world.clientFor(registration));
    if (outcomeOf(answer).kind !== 'granted') continue;
    throw new Violation(
      `token_endpoint_auth_methods_supported with ${method}`,
      `${methods.join(', ')}, yet a token was issued by ${method}`,
      {
        exchanges: [answer.n],
      },
    );
  }
}

/** A refresh token that came of the redemption can be used where its grant is advertised. */
export async function advertisedGrantsWork(world: ConformanceWorld): Promise<void> {
  const { client, judge, answer } = world;
  const grants = listIn(await publishedMetadata(world), 'grant_types_supported');
  await judge.response(answer);
  const refreshToken = tokenIn(answer, 'refresh_token');
  if (refreshToken === undefined) throw new NothingToJudge('no refresh token came, so the client may not have that grant');
  if (!grants.includes('refresh_token')) {
    judge.note('a refresh token came although grant_types_supported does not name refresh_token');
    return;
  }
  await judge.issued(await client.refresh(refreshToken));
}

async function redeemed(client: Client, ...changes: readonly Change[]): Promise<Exchange> {
  return client.redeem(await client.obtainCode(), ...changes);
}

/** Clients of which the target file says how they authenticate, but for those whose keys we do not hold. */
function declared({ pass }: ConformanceWorld): readonly RegisteredClient[] {
  return pass.target.clients.filter(
    ({ method_declared, token_endpoint_auth_method, private_key }) =>
      method_declared && (token_endpoint_auth_method !== 'private_key_jwt' || private_key !== undefined),
  );
}

const authMethods = (metadata: JsonObject): readonly string[] => listIn(metadata, 'token_endpoint_auth_methods_supported');

function listIn(metadata: JsonObject, member: string): readonly string[] {
  const value = metadata[member];
  if (value === undefined) throw new NothingToJudge(`the metadata has no ${member}`);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw new NothingToJudge(`${member} is no array of strings, which another rule judges`);
  return value;
}
