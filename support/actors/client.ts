import type { FormField } from '../protocol/form.js';
import type { RegisteredClient, Target } from '../target/target.js';
import type { RequestDraft } from '../wire/draft.js';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive } from '../wire/inconclusive.js';
import type { Wire } from '../wire/wire.js';
import {
  authorizationRequest,
  authorizeDirectly,
  type AuthorizationResult,
  type AuthorizationWish,
  type PreparedAuthorization,
} from './authorization-request.js';
import { clientAssertion } from './client-assertion.js';
import { changed, withHeader, type Change, type FieldValue } from './changes.js';
import { challengeTokenRequest, proofRequest, type AskedToken, type ChallengeWish, type ResourceUse } from './challenge-token-request.js';
import type { HeldToken, IssuedCode } from './messages.js';
import { authorizeByPush } from './pushed-authorization.js';
import type { UserAgent } from './user-agent.js';

export type { AuthorizationResult, AuthorizationWish } from './authorization-request.js';

/** In characters: so long a random string is met once in ten thousand million. */
const SHORTEST_UNIQUE = 6;
const MOST_DRAWS = 16;

/** A registered client that does everything right but for what a scenario asks of it. */
export class Client {
  constructor(
    readonly registration: RegisteredClient,
    readonly target: Target,
    readonly tokenEndpoint: string,
    readonly wire: Wire,
    readonly userAgent: UserAgent,
  ) {}

  get redirectUri(): string {
    return this.registration.redirect_uris[0] ?? '';
  }

  /** Another address that is registered for the client; its own with something appended where there is none. */
  get otherRedirectUri(): string {
    return this.registration.redirect_uris[1] ?? `${this.redirectUri}/other`;
  }

  /** RFC 7636 §4.3: an authorization request with a fresh state, verifier and S256 challenge. */
  authorizationRequest(wish: AuthorizationWish = {}): PreparedAuthorization {
    return authorizationRequest(this, wish);
  }

  /** Goes through authorization and login, by a push where the server wants one; a refusal is a result, a server that does not answer is inconclusive. */
  authorize(wish: AuthorizationWish = {}): Promise<AuthorizationResult> {
    return this.registration.require_pushed_authorization_requests ? authorizeByPush(this, wish) : this.authorizeDirectly(wish);
  }

  /** The same without a push, whatever the server wants. */
  authorizeDirectly(wish: AuthorizationWish = {}): Promise<AuthorizationResult> {
    return authorizeDirectly(this, wish);
  }

  /** A code that a scenario takes for granted: without it there is nothing to judge. */
  async obtainCode(wish: AuthorizationWish = {}): Promise<IssuedCode> {
    const result = await this.authorize(wish);
    if (result.kind === 'code') return result.code;
    const why =
      result.error === undefined ? `a page with status ${statusOf(result.exchange)}` : `the error ${JSON.stringify(result.error)}`;
    throw new Inconclusive(`no authorization code was issued to ${this.registration.client_id}: ${why}`, {
      exchanges: [result.exchange.n],
    });
  }

  /**
   * A code for a verifier that may be of a few characters. There are so few of them that a server may have met the challenge before, and it
   * is lawful to give a challenge one code only (RFC 9700 §2.1.1): such a verifier is drawn anew, up to sixteen times, where it gets no code.
   */
  async obtainCodeFor(drawVerifier: () => string): Promise<IssuedCode> {
    for (let draws = 1; draws < MOST_DRAWS; draws += 1) {
      const verifier = drawVerifier();
      if (verifier.length >= SHORTEST_UNIQUE) return this.obtainCode({ verifier });
      const result = await this.authorize({ verifier });
      if (result.kind === 'code') return result.code;
    }
    return this.obtainCode({ verifier: drawVerifier() });
  }

  /** RFC 6749 §4.1.3 with RFC 7636 §4.5: the well-formed token request for a code. */
  tokenRequest(code: IssuedCode): RequestDraft {
    return this.authenticated([
      ['grant_type', 'authorization_code'],
      ['client_id', this.registration.client_id],
      ['code', code.value],
      ['code_verifier', code.verifier],
      ...field('redirect_uri', code.redirectUri),
    ]);
  }

  redeem(code: IssuedCode, ...changes: readonly Change[]): Promise<Exchange> {
    return this.wire.send(changed(this.tokenRequest(code), ...changes));
  }

  /** RFC 6749 §6. */
  refreshRequest(refreshToken: string): RequestDraft {
    return this.authenticated([
      ['grant_type', 'refresh_token'],
      ['client_id', this.registration.client_id],
      ['refresh_token', refreshToken],
    ]);
  }

  refresh(refreshToken: string, ...changes: readonly Change[]): Promise<Exchange> {
    return this.wire.send(changed(this.refreshRequest(refreshToken), ...changes));
  }

  /** Asks for a Challenge Code Token. */
  async requestChallengeToken(wish: ChallengeWish = {}): Promise<{ exchange: Exchange; asked: AskedToken }> {
    const { draft, asked } = challengeTokenRequest(this, wish);
    return { exchange: await this.wire.send(draft), asked };
  }

  /** Uses a token at the protected resource, RFC 6750 §2.1. */
  useToken(token: string, ...changes: readonly Change[]): Promise<Exchange> {
    const { protected_resource } = this.target.endpoints;
    if (protected_resource === undefined) throw new Inconclusive('the target names no protected resource');
    return this.wire.send(
      changed(
        { method: 'GET', url: protected_resource, headers: { accept: 'application/json', authorization: `Bearer ${token}` } },
        ...changes,
      ),
    );
  }

  /** Uses a Challenge Code Token with the proof that the target file describes; `null` sends no proof. */
  proveToken(token: HeldToken, proof: FieldValue | null, use: ResourceUse = {}): Promise<Exchange> {
    return this.wire.send(proofRequest(this, token, proof, use));
  }

  /** A form request with the client authentication that this client is registered for, RFC 6749 §2.3. */
  authenticated(form: readonly FormField[], url = this.tokenEndpoint): RequestDraft {
    const { client_id, client_secret, token_endpoint_auth_method, private_key, key_id } = this.registration;
    const draft: RequestDraft = { method: 'POST', url, headers: { accept: 'application/json' }, form };
    if (token_endpoint_auth_method === 'private_key_jwt' && private_key !== undefined) {
      const asserting = { client_id, private_key, ...(key_id === undefined ? {} : { key_id }) };
      return { ...draft, form: [...form, ...clientAssertion(asserting, this.tokenEndpoint)] };
    }
    if (client_secret === undefined || token_endpoint_auth_method === 'none') return draft;
    if (token_endpoint_auth_method === 'client_secret_post') return { ...draft, form: [...form, ['client_secret', client_secret]] };
    return changed(draft, withBasic(client_id, client_secret));
  }
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
export function withBasic(clientId: string, secret: string): Change {
  const encode = (part: string): string => new URLSearchParams([['', part]]).toString().slice(1);
  return withHeader('authorization', `Basic ${Buffer.from(`${encode(clientId)}:${encode(secret)}`).toString('base64')}`);
}

function field(name: string, value: FieldValue | undefined): FormField[] {
  return value === undefined ? [] : [[name, value]];
}

function statusOf(exchange: Exchange): number | string {
  return exchange.outcome.kind === 'answer' ? exchange.outcome.status : exchange.outcome.cause;
}
