import { randomBytes } from 'node:crypto';
import type { Exchange } from '../wire/exchange.js';
import { without, type Change } from './changes.js';
import { withBasic, type Client } from './client.js';
import { authorizePushed, push } from './pushed-authorization.js';

/** One well-formed request of the profile, made to see whether the server grants it. */
export interface Trial {
  readonly name: string;
  attempt(): Promise<Exchange>;
}

export interface Trials {
  readonly control: Trial;
  readonly signsOfLife: readonly Trial[];
}

/**
 * The control of a code profile: the request whose grant makes every refusal count; then the signs of life, other
 * well-formed requests. A server that grants one of these but not the control has a fault; one that grants none
 * cannot be judged.
 */
export function redemptionTrials(client: Client): Trials {
  const redeemed = async (wish: Parameters<Client['obtainCode']>[0], ...changes: Change[]): Promise<Exchange> =>
    client.redeem(await client.obtainCode(wish), ...changes);
  return {
    control: { name: 'an S256 code redeemed with its verifier', attempt: () => redeemed({}) },
    signsOfLife: [
      { name: 'a plain code redeemed with its verifier', attempt: () => redeemed({ method: 'plain' }) },
      { name: 'a verifier of letters and digits alone', attempt: () => redeemed({ verifier: randomBytes(32).toString('hex') }) },
      { name: 'the redemption without redirect_uri', attempt: () => redeemed({}, without('redirect_uri')) },
      { name: 'a code without PKCE', attempt: () => redeemed({ challenge: null, method: null }, without('code_verifier')) },
    ],
  };
}

/** The control of pushed requests: the code that a well-formed one leads to is redeemed. */
export function pushedTrials(client: Client): Trials {
  return {
    control: {
      name: 'a pushed request, authorized and redeemed',
      attempt: async () => {
        const result = await push(client);
        if (result.kind === 'refused') return result.exchange;
        const authorization = await authorizePushed(client, result.pushed);
        return authorization.kind === 'code' ? client.redeem(authorization.code) : authorization.exchange;
      },
    },
    signsOfLife: [
      { name: 'a code that was asked for by the front channel', attempt: async () => client.redeem(await client.obtainCode()) },
    ],
  };
}

/** The same for the Challenge Code Token. */
export function challengeTokenTrials(client: Client): Trials {
  const { client_id, client_secret = '' } = client.registration;
  const requested = async (wish: Parameters<Client['requestChallengeToken']>[0]): Promise<Exchange> =>
    (await client.requestChallengeToken(wish)).exchange;
  return {
    control: { name: 'a complete request with an S256 challenge', attempt: () => requested({}) },
    signsOfLife: [
      { name: 'a plain challenge', attempt: () => requested({ method: 'plain' }) },
      {
        name: 'credentials by Basic',
        attempt: () => requested({ changes: [without('client_id'), without('client_secret'), withBasic(client_id, client_secret)] }),
      },
      { name: 'a request without scope', attempt: () => requested({ scope: null }) },
    ],
  };
}

/** Reads the token out of a response that must be a grant for the trial to go on. */
export interface TokenReader {
  tokenFrom<Source extends { readonly verifier: string; readonly challenge: string | undefined }>(
    answer: Exchange,
    source: Source,
    name?: 'access_token' | 'refresh_token',
  ): Source & { readonly value: string; readonly requestedAt: number; readonly receivedAt: number };
}

/** The control of the resource of a Challenge Code Token: the right verifier opens it. */
export function proofTrials(client: Client, reader: TokenReader): Trials {
  const proven = async (wish: Parameters<Client['requestChallengeToken']>[0], proof?: null): Promise<Exchange> => {
    const { exchange, asked } = await client.requestChallengeToken(wish);
    return client.proveToken(reader.tokenFrom(exchange, asked), proof === undefined ? asked.verifier : proof);
  };
  return {
    control: { name: 'an S256 token used with its verifier', attempt: () => proven({}) },
    signsOfLife: [
      { name: 'a plain token used with its verifier', attempt: () => proven({ method: 'plain' }) },
      { name: 'a token used without proof', attempt: () => proven({}, null) },
    ],
  };
}

/** The control of an ordinary protected resource: a fresh token opens it. */
export function resourceTrials(client: Client, reader: TokenReader): Trials {
  return {
    control: {
      name: 'a fresh access token used at the resource',
      attempt: async () => {
        const code = await client.obtainCode();
        return client.useToken(reader.tokenFrom(await client.redeem(code), code).value);
      },
    },
    signsOfLife: [],
  };
}

/** The control of a refresh: the refresh token of a fresh redemption yields another access token. */
export function refreshTrials(client: Client, reader: TokenReader): Trials {
  return {
    control: {
      name: 'a fresh refresh token used by its client',
      attempt: async () => {
        const code = await client.obtainCode();
        return client.refresh(reader.tokenFrom(await client.redeem(code), code, 'refresh_token').value);
      },
    },
    signsOfLife: [],
  };
}
