import { challengeFor } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { decodedText, type FormField, type FormText } from '../protocol/form.js';
import { parseScope } from '../protocol/scope.js';
import type { RegisteredClient, Target } from '../target/target.js';
import type { RequestDraft } from '../wire/draft.js';
import { Inconclusive } from '../wire/inconclusive.js';
import { changed, type Change } from './changes.js';
import type { HeldToken } from './messages.js';

/** Who asks, and of whom. */
export interface Asker {
  readonly registration: RegisteredClient;
  readonly target: Target;
  readonly tokenEndpoint: string;
}

/** What a Challenge Code Token request says where it does not say the ordinary; `null` leaves a parameter out. */
export interface ChallengeWish {
  readonly verifier?: string;
  readonly challenge?: FormText | null;
  readonly method?: FormText | null;
  readonly scope?: string | null;
  readonly changes?: readonly Change[];
}

/** What was asked for, before it is known whether a token came of it. */
export type AskedToken = Omit<HeldToken, 'value' | 'requestedAt' | 'receivedAt'>;

/** How a token is used where it is not used in the ordinary way. */
export interface ResourceUse {
  /** The scope whose entry point is meant; the target's first unless said. */
  readonly entryPoint?: string;
  /** Whether the client's own credentials go with it. */
  readonly withSecret?: boolean;
}

/** The Challenge Code Token document: credentials, challenge, method and scope in one form; a fresh verifier and S256 unless said. */
export function challengeTokenRequest(
  { registration, target, tokenEndpoint }: Asker,
  wish: ChallengeWish = {},
): { draft: RequestDraft; asked: AskedToken } {
  const verifier = wish.verifier ?? newCodeVerifier();
  const method = wish.method === undefined ? 'S256' : wish.method;
  const challenge = wish.challenge === undefined ? challengeFor(verifier, method === 'S256' ? 'S256' : 'plain') : wish.challenge;
  const scope = wish.scope === undefined ? target.scope : (wish.scope ?? undefined);
  const form: FormField[] = [
    ...field('grant_type', target.policy.grant_type),
    ['client_id', registration.client_id],
    ...field('client_secret', registration.client_secret),
    ...field('code_challenge', challenge ?? undefined),
    ...field('code_challenge_method', method ?? undefined),
    ...field('scope', scope),
  ];
  const draft: RequestDraft = { method: 'POST', url: tokenEndpoint, headers: { accept: 'application/json' }, form };
  return {
    draft: changed(draft, ...(wish.changes ?? [])),
    asked: { verifier, challenge: text(challenge), method: text(method), client: registration },
  };
}

/** The token in the header, and the proof where the target file says that it goes. */
export function proofRequest(
  { registration, target }: Asker,
  token: HeldToken,
  proof: FormText | null,
  { entryPoint, withSecret = false }: ResourceUse,
): RequestDraft {
  if (target.proof === undefined) throw new Inconclusive('the target declares no proof');
  const { carrier, name } = target.proof;
  const url = target.proof.url.replaceAll('{scope}', encodeURIComponent(entryPoint ?? scopesOf(target)[0] ?? ''));
  const headers = { accept: 'application/json', authorization: `Bearer ${token.value}` };
  const secret: FormField[] = withSecret
    ? [['client_id', registration.client_id], ...field('client_secret', registration.client_secret)]
    : [];
  const fields: FormField[] = proof === null ? secret : [[name, proof], ...secret];
  if (carrier === 'form') return { method: 'POST', url, headers, form: fields };
  if (carrier === 'query') return { method: 'GET', url, headers, query: fields };
  return {
    method: 'GET',
    url,
    headers: proof === null ? headers : { ...headers, [name.toLowerCase()]: decodedText(proof) },
    query: secret,
  };
}

/** RFC 6749 §6, with the credentials where the document wants them. */
export function refreshRequest({ registration, tokenEndpoint }: Asker, refreshToken: string): RequestDraft {
  const form: FormField[] = [
    ['grant_type', 'refresh_token'],
    ['refresh_token', refreshToken],
    ['client_id', registration.client_id],
    ...field('client_secret', registration.client_secret),
  ];
  return { method: 'POST', url: tokenEndpoint, headers: { accept: 'application/json' }, form };
}

/** The scopes that the target file names, in its order. */
export function scopesOf({ scope = '', policy }: Target): readonly string[] {
  return [...parseScope(scope, policy.scope_separators)];
}

function field(name: string, value: FormText | undefined): FormField[] {
  return value === undefined ? [] : [[name, value]];
}

function text(value: FormText | null): string | undefined {
  return value === null ? undefined : decodedText(value);
}
