import { correctClient, formOf, type ClientPolicy, type OutgoingRequest, type Pair } from './policy.js';

export interface ChallengeCodeClientOptions {
  readonly tokenEndpoint: string;
  readonly resource: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly scope?: string;
  /** The form field that carries the verifier to the resource. */
  readonly proofName?: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly policy?: Partial<ChallengeCodeClientPolicy>;
}

/** The decisions of a client of Challenge Code Tokens. */
export interface ChallengeCodeClientPolicy extends Pick<
  ClientPolicy,
  'newVerifier' | 'challengeFor' | 'challengeMethod' | 'tokenParameters'
> {
  /** The request that opens the resource. */
  readonly openingRequest: (url: string, accessToken: string, proof: Pair, client_secret: string) => OutgoingRequest;
  /** What a refused resource leads to. */
  readonly afterExpiry: 'new-token' | 'same-token' | 'same-challenge';
}

/** A client of Challenge Code Tokens: a fresh verifier each time, S256 always, the secret to the token endpoint only. */
export function challengeCodeClient(options: ChallengeCodeClientOptions): { open(): Promise<number | undefined> } {
  const policy: ChallengeCodeClientPolicy = { ...correctClient, openingRequest: byForm, afterExpiry: 'new-token', ...options.policy };
  let attempts = 0;
  let verifier = '';
  let accessToken: string | undefined;

  const send = ({ method, url, headers, body }: OutgoingRequest): Promise<Response> =>
    options.fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });

  async function obtain(keepVerifier: boolean): Promise<void> {
    attempts += 1;
    if (!keepVerifier) verifier = policy.newVerifier(attempts);
    const method = policy.challengeMethod(undefined);
    const pairs: Pair[] = [
      ['client_id', options.client_id],
      ['client_secret', options.client_secret],
      ['code_challenge', method === 'S256' ? policy.challengeFor(verifier) : verifier],
    ];
    if (method !== undefined) pairs.push(['code_challenge_method', method]);
    if (options.scope !== undefined) pairs.push(['scope', options.scope]);
    const response = await send(correctClient.tokenRequest(options.tokenEndpoint, policy.tokenParameters(pairs, undefined), undefined));
    const members = correctClient.tokensOf(response.status, response.headers.get('content-type') ?? '', await response.text());
    accessToken = members === undefined ? undefined : String(members.access_token);
  }

  async function use(): Promise<number | undefined> {
    if (accessToken === undefined) return undefined;
    const response = await send(
      policy.openingRequest(options.resource, accessToken, [options.proofName ?? 'code_verifier', verifier], options.client_secret),
    );
    await response.text();
    return response.status;
  }

  return {
    /** Opens the resource, with the token at hand or a new one; the status it answered with. */
    async open() {
      if (accessToken === undefined) await obtain(false);
      const status = await use();
      if (status !== 401) return status;
      if (policy.afterExpiry !== 'same-token') await obtain(policy.afterExpiry === 'same-challenge');
      return use();
    },
  };
}

const byForm = (url: string, accessToken: string, proof: Pair): OutgoingRequest => ({
  method: 'POST',
  url,
  headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/x-www-form-urlencoded' },
  body: formOf([proof]),
});
