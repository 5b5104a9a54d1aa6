import {
  byBasicAlone,
  byUnencodedBasic,
  credentialsInQuery,
  unauthenticated,
  withSecretInBody,
  withWrongPassword,
} from '../actors/client-credentials.js';
import { alteredSecret } from '../actors/challenge-wishes.js';
import { withHeaderField, withParameter, withParameterRepeated, type Change } from '../actors/changes.js';
import type { Client } from '../actors/client.js';
import { randomValue } from '../actors/random-value.js';
import { holdsSecret, holdsSecretWithSpace, takesBasic, takesBody, takesEncodedBasic } from '../target/client-credentials.js';
import { told } from '../verdict/control.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** Each from what suits best; a secret in the body is refused or granted by any client that has one. */
const traits = {
  'with a secret': [holdsSecret],
  'that sends its secret in the body': [takesBody, holdsSecret],
  'whose secret holds a space': [holdsSecretWithSpace],
  'that uses HTTP Basic': [takesBasic],
  'that uses HTTP Basic and has to encode its credentials': [takesEncodedBasic],
} as const;

export type ClientTrait = keyof typeof traits;

export const clientTraits = Object.keys(traits);

/** Names as the acting client the first with that trait, and as the other one that is confidential too, where there is one. */
export function enterClientWith(world: ConformanceWorld, trait: ClientTrait): void {
  const { clients } = world.pass.target;
  const [first] = traits[trait].flatMap((suits) => clients.filter((client) => suits(client)));
  if (!first) throw new NothingToJudge('the target has no such client');
  world.client = world.clientFor(first);
  const others = clients.filter((client) => client !== first);
  const other = others.find(holdsSecret) ?? others[0];
  if (other) world.otherClient = world.clientFor(other);
}

/** Redeems with the client's own secret in the body, altered as the phrase says. */
export async function redeemWithAlteredSecret(world: ConformanceWorld, phrase: string): Promise<void> {
  await world.redeem(withSecretInBody(secretAltered(world, phrase)));
}

/** Redeems by Basic, with the client's own secret altered as the phrase says. */
export async function redeemByBasicWithAlteredSecret(world: ConformanceWorld, phrase: string): Promise<void> {
  await world.redeem(byBasicAlone(world.client.registration.client_id, secretAltered(world, phrase)));
}

function secretAltered({ client }: ConformanceWorld, phrase: string): string {
  const altered = alteredSecret(phrase, client.registration.client_secret ?? '');
  if (altered === undefined) throw new NothingToJudge(`the client_secret cannot be ${phrase}`);
  return altered;
}

/** Redeems with the secret of another client in the body. */
export async function redeemWithSecretOfAnother(world: ConformanceWorld): Promise<void> {
  const { client_secret } = world.otherClient.registration;
  if (client_secret === undefined) throw new NothingToJudge('no other client of the target has a secret');
  await world.redeem(withSecretInBody(client_secret));
}

/** Redeems with the secret in the body, and another secret before or after it. */
export async function redeemWithTwoSecrets(world: ConformanceWorld, place: 'before' | 'after'): Promise<void> {
  const right = withSecretInBody(world.client.registration.client_secret ?? '');
  await world.redeem(right, withParameterRepeated('client_secret', randomValue(), place));
}

/** Redeems by name alone, under a name that nobody registered. */
export async function redeemAsNobody(world: ConformanceWorld): Promise<void> {
  await world.redeem(unauthenticated(), withParameter('client_id', randomValue()));
}

/** Redeems by Basic and with the secret in the body, both right. */
export async function redeemTwiceAuthenticated(world: ConformanceWorld): Promise<void> {
  const { client_id, client_secret = '' } = world.client.registration;
  await world.redeem(
    byBasicAlone(client_id, client_secret),
    withParameter('client_id', client_id),
    withParameter('client_secret', client_secret),
  );
}

/** Redeems with these of its credentials in the URI and nothing of the kind in a header. */
export async function redeemWithCredentialsInUri(world: ConformanceWorld, names: readonly string[]): Promise<void> {
  await world.redeem(credentialsInQuery(world.client.registration, names));
}

/** Authenticates by Basic while the body names another client. */
export async function redeemUnderTwoNames(world: ConformanceWorld): Promise<void> {
  const { client_id, client_secret = '' } = world.client.registration;
  await world.redeem(byBasicAlone(client_id, client_secret), withParameter('client_id', world.otherClient.registration.client_id));
}

/** A code that another client was given, with all that is needed to redeem it. */
export async function holdCodeOfAnother(world: ConformanceWorld): Promise<void> {
  world.code = await world.otherClient.obtainCode();
}

/** Names itself in the body and authenticates by nothing but this header. */
export async function redeemUnderHeader(world: ConformanceWorld, field: string): Promise<void> {
  await world.redeem(unauthenticated(), withHeaderField(field));
}

/** A refused authentication with the code, which the scenario takes for granted. */
export async function failToAuthenticate(world: ConformanceWorld): Promise<void> {
  await world.redeem(withWrongPassword(world.client.registration));
  await world.judge.refusal(world.answer);
}

/** Redeems by Basic, with the credentials encoded as RFC 6749 §2.3.1 has it. */
export async function redeemByBasic(world: ConformanceWorld): Promise<void> {
  const { client_id, client_secret = '' } = world.client.registration;
  await world.redeem(byBasicAlone(client_id, client_secret));
}

/** Basic is taken, in whatever writing; broken where the same client is granted its token with the secret in the body instead. */
export async function basicIsTaken(world: ConformanceWorld): Promise<void> {
  const { registration } = world.client;
  await grantedOrElse(world, 'HTTP Basic credentials', {
    lawful: [byUnencodedBasic(registration)],
    instead: [['the secret in the body', withSecretInBody(registration.client_secret ?? '')]],
  });
}

/** Encoded credentials are taken; broken where the same client is granted its token with them as they are, or in the body. */
export async function encodedBasicIsTaken(world: ConformanceWorld): Promise<void> {
  const { registration } = world.client;
  await grantedOrElse(world, 'HTTP Basic credentials', {
    lawful: [],
    instead: [
      ['credentials that are not form-encoded', byUnencodedBasic(registration)],
      ['the secret in the body', withSecretInBody(registration.client_secret ?? '')],
    ],
  });
}

/** Redeems with the client's own secret in the body. */
export async function redeemWithSecretInBody(world: ConformanceWorld): Promise<void> {
  await world.redeem(withSecretInBody(world.client.registration.client_secret ?? ''));
}

/** The secret in the body is taken; broken where the same client is granted its token by Basic instead. */
export async function bodySecretIsTaken(world: ConformanceWorld): Promise<void> {
  const { registration } = world.client;
  await grantedOrElse(world, 'the secret in the body', {
    lawful: [],
    instead: [
      ['HTTP Basic credentials', byBasicAlone(registration.client_id, registration.client_secret ?? '')],
      ['HTTP Basic credentials that are not form-encoded', byUnencodedBasic(registration)],
    ],
  });
}

interface Elsewise {
  /** Ways that uphold the rule as well. */
  readonly lawful: readonly Change[];
  /** Ways whose grant shows that it was the first one that the server minds. */
  readonly instead: readonly (readonly [name: string, change: Change])[];
}

async function grantedOrElse({ client, judge, answer }: ConformanceWorld, sent: string, { lawful, instead }: Elsewise): Promise<void> {
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'granted') return;
  const redeemed = async (change: Change): Promise<Exchange> => client.redeem(await client.obtainCode(), change);
  for (const change of lawful) if (outcomeOf(await redeemed(change)).kind === 'granted') return;
  for (const [name, change] of instead) {
    const other = await redeemed(change);
    if (outcomeOf(other).kind !== 'granted') continue;
    const received = `${told(outcome)}, yet a token was issued for ${name}${undeclared(client)}`;
    throw new Violation(`an access token for ${sent}`, received, {
      exchanges: [answer.n, other.n],
    });
  }
  throw new Inconclusive(`the client is granted nothing, however it authenticates: ${told(outcome)}`, { exchanges: [answer.n] });
}

/** A client that says nothing of its method is taken to be free in it; one that is not has to say so. */
function undeclared({ registration }: Client): string {
  if (registration.method_declared) return '';
  return `; if that is how ${registration.client_id} is registered, declare its token_endpoint_auth_method in the target file`;
}
