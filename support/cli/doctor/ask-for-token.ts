import { byUnencodedBasic, withSecretInBody } from '../../actors/client-credentials.js';
import { withBasic, type Client } from '../../actors/client.js';
import { changed, without, withParameter, withoutHeader, type Change } from '../../actors/changes.js';
import { newCodeVerifier } from '../../protocol/code-verifier.js';
import { outcomeOf, type Outcome } from '../../verdict/outcome.js';
import type { Exchange } from '../../wire/exchange.js';
import { cameBack } from './answers.js';
import { askForCode, keyOfEndpoint, wrongPath, type Surroundings } from './ask-for-code.js';
import { Obstructed, type Obstacle } from './obstacle.js';
import { unheard } from './reach.js';

/** Redeems a fresh code with its verifier: the control of a run. Throws Obstructed with what stands in the way. */
export async function askForToken(client: Client, around: Surroundings): Promise<void> {
  const answer = await client.redeem(await askForCode(client, around));
  const outcome = outcomeOf(answer);
  if (outcome.kind === 'granted') return;
  const again = async (...changes: readonly Change[]): Promise<Exchange> => client.redeem(await askForCode(client, around), ...changes);
  throw new Obstructed(
    await whyRefused(client, answer, outcome, {
      around,
      again,
      did: `redeemed a code of ${client.registration.client_id} at ${client.tokenEndpoint}`,
    }),
  );
}

/** The same for a Challenge Code Token, which needs no code. */
export async function askForChallengeToken(client: Client, around: Surroundings): Promise<void> {
  const answer = (await client.requestChallengeToken()).exchange;
  const outcome = outcomeOf(answer);
  if (outcome.kind === 'granted') return;
  const again = async (...changes: readonly Change[]): Promise<Exchange> => (await client.requestChallengeToken({ changes })).exchange;
  throw new Obstructed(
    await whyRefused(client, answer, outcome, {
      around,
      again,
      did: `asked for a Challenge Code Token as ${client.registration.client_id} at ${client.tokenEndpoint}`,
    }),
  );
}

/** Redeems a code with the verifier of another. Throws Obstructed where a token comes of it: nothing that a run says of PKCE would then be worth anything. */
export async function tryWrongVerifier(client: Client, around: Surroundings): Promise<void> {
  const answer = await client.redeem(await askForCode(client, around), withParameter('code_verifier', newCodeVerifier()));
  if (outcomeOf(answer).kind !== 'granted') return;
  throw new Obstructed({
    did: `redeemed a code of ${client.registration.client_id} with a verifier that does not match its challenge`,
    back: cameBack(answer.outcome).replace(/ with JSON.*$/, ' with a token'),
    cause: 'PKCE is switched off: the server ignores the verifier, for this client at least',
    keys: [around.places.client(client.registration.client_id)],
    mend: 'Turn PKCE on at the server, for this client, or name one for which it is on. Where it should be on, certify shows what else is broken.',
  });
}

interface Trial extends Retry {
  readonly did: string;
}

interface Retry {
  readonly around: Surroundings;
  /** The same request once more, with something changed. */
  readonly again: (...changes: readonly Change[]) => Promise<Exchange>;
}

async function whyRefused(client: Client, answer: Exchange, outcome: Outcome, { did, around, again }: Trial): Promise<Obstacle> {
  const endpoint = endpointKey(client, around);
  const told = { did, back: cameBack(answer.outcome) };
  const silent = unheard(answer.outcome, did, endpoint);
  if (silent !== undefined) return silent;
  const status = answer.outcome.kind === 'answer' ? answer.outcome.status : 0;
  const error = outcome.kind === 'refused' && outcome.response.kind === 'error' ? outcome.response.error : undefined;
  if ([404, 405, 410].includes(status) && !/^(invalid|unauthorized|unsupported)_/.test(error ?? ''))
    return { ...told, ...wrongPath('token endpoint', endpoint) };
  if (outcome.kind === 'server-error')
    return { ...told, cause: 'the server failed on a well-formed request', keys: [endpoint], mend: 'Look into the log of the server.' };
  if (error === 'invalid_client' || status === 401) return { ...told, ...(await whyUnauthenticated(client, { around, again })) };
  return { ...told, ...whyNot(client, error, around, endpoint) };
}

/** The key under which the token endpoint in use stands. */
function endpointKey({ tokenEndpoint, target: { endpoints } }: Client, { places }: Surroundings): string {
  const name = (['challenge_code_token', 'pkce_access_token'] as const).find(
    (own) => endpoints[own] === tokenEndpoint && places.has(`endpoints.${own}`),
  );
  return keyOfEndpoint(name ?? 'token', places);
}

async function whyUnauthenticated(client: Client, { around, again }: Retry): Promise<Omit<Obstacle, 'did' | 'back'>> {
  const { client_id, client_secret, token_endpoint_auth_method: method } = client.registration;
  const key = around.places.client(client_id);
  if (method === 'private_key_jwt') {
    return {
      cause: `the server does not take the assertion that ${client_id} signs with its key`,
      keys: [`${key}.private_key_file`, `${key}.client_id`],
      mend: `Register the public key that belongs to it. The assertion is for ${client.tokenEndpoint} and good for a minute: the clocks have to agree.`,
    };
  }
  if (client_secret === undefined) {
    return {
      cause: `the server wants ${client_id} to authenticate, and the target file gives it no client_secret`,
      keys: [`${key}.client_secret`, `${key}.client_id`],
      mend: 'Write client_secret: "${NAME}", or register the client as a public one (token_endpoint_auth_method none).',
    };
  }
  const ways: readonly (readonly [string, Change])[] = [
    ['client_secret_post', withSecretInBody(client_secret)],
    [
      'client_secret_basic',
      (draft) => changed(draft, withoutHeader('authorization'), without('client_secret'), withBasic(client_id, client_secret)),
    ],
  ];
  for (const [other, change] of ways.filter(([name]) => name !== method)) {
    if (outcomeOf(await again(change)).kind !== 'granted') continue;
    return {
      cause: `the server takes the secret of ${client_id} by ${other}, not by ${method}`,
      keys: [`${key}.token_endpoint_auth_method`],
      mend: `Write token_endpoint_auth_method: ${other}.`,
    };
  }
  if (method === 'client_secret_basic' && /[^A-Za-z0-9*._-]/.test(client_id + client_secret)) {
    if (outcomeOf(await again(byUnencodedBasic(client.registration))).kind === 'granted') {
      return {
        cause:
          'the server takes HTTP Basic only without the form-encoding of RFC 6749 §2.3.1, and these credentials read otherwise with it',
        keys: [`${key}.client_secret`],
        mend: 'Have the client given a secret of letters, digits, - . and _ alone, or write token_endpoint_auth_method: client_secret_post.',
      };
    }
  }
  return {
    cause: `the secret of ${client_id} is wrong: the server takes it neither by client_secret_basic nor by client_secret_post`,
    keys: [`${key}.client_secret`, `${key}.client_id`],
    mend: 'Write the secret as it is registered; it may have been renewed.',
  };
}

function whyNot(client: Client, error: string | undefined, { places }: Surroundings, endpoint: string): Omit<Obstacle, 'did' | 'back'> {
  const key = places.client(client.registration.client_id);
  switch (error) {
    case 'invalid_scope':
      return {
        cause: `the scope ${JSON.stringify(client.registration.scope ?? client.target.scope ?? '')} is not one that this client may have`,
        keys: [client.registration.scope === undefined ? 'scope' : `${key}.scope`],
        mend: 'Write a scope that the client is registered for.',
      };
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return {
        cause: `the client ${client.registration.client_id} may not use this grant`,
        keys: [`${key}.client_id`, 'policy.grant_type'],
        mend: 'Allow the client the authorization code grant; for Challenge Code Tokens name the grant under policy.grant_type.',
      };
    case undefined:
      return {
        cause: 'what answers there is no token endpoint: neither a token came nor an error of OAuth',
        keys: [endpoint],
        mend: 'Correct the address.',
      };
    default:
      return {
        cause: `the server refuses a well-formed request with ${JSON.stringify(error)}`,
        keys: [key, endpoint],
        mend: 'The log of the server may say why; certify tries other well-formed requests and says which of them it grants.',
      };
  }
}
