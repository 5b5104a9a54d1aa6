import { Client } from '../actors/client.js';
import type { Session } from '../actors/session.js';
import { UserAgent } from '../actors/user-agent.js';
import type { AuthorizationServerMetadata } from '../protocol/metadata.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { accessTokenOf, outcomeOf, type Outcome } from '../verdict/outcome.js';
import { Inconclusive } from '../verdict/findings.js';
import { responseParameters } from '../verdict/response-parameters.js';
import type { Exchange } from '../wire/exchange.js';
import type { Wire } from '../wire/wire.js';

/** A capability and how it was decided. */
export interface DecidedCapability {
  readonly name: string;
  readonly value: boolean;
  readonly by: 'declared' | 'metadata' | 'probe' | 'default';
  /** Why the probe said nothing: `value` then is the cautious one, and what needs the capability cannot be judged. */
  readonly undecided?: string;
}

export interface ProbeScene {
  readonly target: Target;
  readonly tokenEndpoint: string;
  readonly metadata?: AuthorizationServerMetadata;
  readonly openWire: () => Wire;
  readonly session?: Session;
}

/**
 * What the server can do: by declaration, else by its metadata, else by asking. No capability is decided by an
 * exchange that a rule judges. A probe that the server does not answer, twice, decides nothing.
 */
export async function capabilitiesOf(scene: ProbeScene): Promise<readonly DecidedCapability[]> {
  const { target, metadata } = scene;
  const { capabilities: declared } = target;
  const methods = metadata?.code_challenge_methods_supported;
  const grants = metadata?.grant_types_supported;
  return [
    { name: 'metadata', value: metadata !== undefined, by: 'metadata' },
    { name: 'jwks', value: typeof metadata?.jwks_uri === 'string', by: 'metadata' },
    decided('require_pkce', declared.require_pkce, undefined) ?? { name: 'require_pkce', value: false, by: 'default' },
    decided('plain', declared.plain, Array.isArray(methods) ? methods.includes('plain') : undefined) ??
      (await probed('plain', () => redeemsPlain(scene))),
    decided('refresh_token', declared.refresh_token, Array.isArray(grants) ? grants.includes('refresh_token') : undefined) ??
      (await probed('refresh_token', () => yieldsRefreshToken(scene))),
    decided('par', declared.par, target.endpoints.pushed_authorization_request !== undefined) ?? {
      name: 'par',
      value: false,
      by: 'default',
    },
    decided('iss', declared.iss, metadata?.authorization_response_iss_parameter_supported === true ? true : undefined) ??
      (await probed('iss', () => sendsIss(scene))),
    decided('native', declared.native, undefined) ?? {
      name: 'native',
      value: target.clients.some(({ application_type }) => application_type === 'native'),
      by: 'declared',
    },
    ...(await concurrencyOf(scene)),
  ];
}

/** Whether several codes and tokens of one client live side by side: how a run lets them grow old. */
export async function concurrencyOf(scene: ProbeScene): Promise<readonly DecidedCapability[]> {
  const { concurrent_codes, concurrent_tokens } = scene.target.capabilities;
  return [
    decided('concurrent_codes', concurrent_codes, undefined) ?? (await probed('concurrent_codes', () => keepsEarlierCode(scene))),
    decided('concurrent_tokens', concurrent_tokens, undefined) ?? (await probed('concurrent_tokens', () => keepsEarlierToken(scene))),
  ];
}

/** The same for Challenge Code Tokens, which come without a code. Without a proof nothing shows whether a token lives. */
export async function tokenConcurrencyOf(scene: ProbeScene): Promise<readonly DecidedCapability[]> {
  const declared = decided('concurrent_tokens', scene.target.capabilities.concurrent_tokens, undefined);
  return [declared ?? (await probed('concurrent_tokens', () => keepsEarlierProvedToken(scene)))];
}

function decided(name: string, declared: boolean | undefined, bySaying: boolean | undefined): DecidedCapability | undefined {
  if (declared !== undefined) return { name, value: declared, by: 'declared' };
  return bySaying === undefined ? undefined : { name, value: bySaying, by: 'metadata' };
}

/** Asks, and once more where no answer came that says anything. A 5xx that repeats is a no, as it is a refusal elsewhere. */
async function probed(name: string, ask: () => Promise<boolean>): Promise<DecidedCapability> {
  const first = await heard(ask);
  const last = typeof first === 'boolean' ? first : await heard(ask);
  if (typeof last === 'boolean') return { name, value: last, by: 'probe' };
  return { name, value: false, by: 'probe', ...(last.detail.serverError === true ? {} : { undecided: last.reason }) };
}

async function heard(ask: () => Promise<boolean>): Promise<boolean | Inconclusive> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return error;
  }
}

/** The answer to a token request, if it says whether the server does what it is asked. */
function answerTo(exchange: Exchange): Outcome {
  const outcome = outcomeOf(exchange);
  if (outcome.kind === 'unjudgeable') throw new Inconclusive(outcome.cause, { exchanges: [exchange.n] });
  if (outcome.kind === 'server-error') throw new Inconclusive(`the server answered ${outcome.status}`, { serverError: true });
  return outcome;
}

/** Whether a resource let the token in, if it answered. */
function opened({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failure') throw new Inconclusive(outcome.message);
  return outcome.status < 300;
}

async function redeemsPlain(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const authorization = await client.authorize({ method: 'plain' });
  if (authorization.kind === 'code') return answerTo(await client.redeem(authorization.code)).kind === 'granted';
  const { outcome } = authorization.exchange;
  if (outcome.kind === 'answer' && outcome.status >= 500)
    throw new Inconclusive(`the authorization endpoint answered ${outcome.status}`, { serverError: true });
  return false;
}

async function yieldsRefreshToken(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const outcome = answerTo(await client.redeem(await client.obtainCode()));
  return (
    outcome.kind === 'granted' && outcome.response.kind === 'token' && outcome.response.tokens.some(({ name }) => name === 'refresh_token')
  );
}

/** Only a redirect tells; a page, of whatever status, says nothing of what a redirect would hold. */
async function sendsIss(scene: ProbeScene): Promise<boolean> {
  const { landing, exchange } = await clientOf(scene).authorize();
  if (landing.kind === 'redirect-uri') return responseParameters(landing.url).has('iss');
  const { outcome } = exchange;
  throw new Inconclusive(
    outcome.kind === 'answer' ? `the request for authorization was answered ${outcome.status} without a redirect` : outcome.message,
  );
}

async function keepsEarlierCode(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const earlier = await client.obtainCode();
  await client.obtainCode();
  return answerTo(await client.redeem(earlier)).kind === 'granted';
}

/** Without a resource nothing shows whether a token lives, and no rule compares old tokens. */
async function keepsEarlierToken(scene: ProbeScene): Promise<boolean> {
  if (scene.target.endpoints.protected_resource === undefined) return true;
  const client = clientOf(scene);
  const first = outcomeOf(await client.redeem(await client.obtainCode()));
  await client.redeem(await client.obtainCode());
  const earlier = first.kind === 'granted' ? accessTokenOf(first.response) : undefined;
  if (earlier === undefined) throw new Inconclusive('no access token was issued');
  return opened(await client.useToken(earlier));
}

async function keepsEarlierProvedToken(scene: ProbeScene): Promise<boolean> {
  if (scene.target.proof === undefined) return true;
  const confidential = scene.target.clients.find(({ type }) => type === 'confidential');
  const client = clientOf(scene, confidential);
  const { exchange, asked } = await client.requestChallengeToken();
  await client.requestChallengeToken();
  const first = outcomeOf(exchange);
  const earlier = first.kind === 'granted' ? accessTokenOf(first.response) : undefined;
  if (earlier === undefined) throw new Inconclusive('no access token was issued');
  const token = { ...asked, value: earlier, requestedAt: exchange.sentAt, receivedAt: exchange.answeredAt };
  return opened(await client.proveToken(token, asked.verifier));
}

function clientOf({ target, tokenEndpoint, openWire, session }: ProbeScene, registration = firstClient(target)): Client {
  return new Client(registration, target, tokenEndpoint, openWire(), new UserAgent(session));
}

function firstClient({ clients: [first] }: Target): RegisteredClient {
  if (!first) throw new Inconclusive('the target has no client');
  return first;
}
