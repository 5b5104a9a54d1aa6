import { Client } from '../actors/client.js';
import type { Session } from '../actors/session.js';
import { UserAgent } from '../actors/user-agent.js';
import type { AuthorizationServerMetadata } from '../protocol/metadata.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { accessTokenOf, outcomeOf } from '../verdict/outcome.js';
import { Inconclusive } from '../verdict/findings.js';
import type { Wire } from '../wire/wire.js';

/** A capability and how it was decided. */
export interface DecidedCapability {
  readonly name: string;
  readonly value: boolean;
  readonly by: 'declared' | 'metadata' | 'probe' | 'default';
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
 * exchange that a rule judges. A probe that the server does not answer decides nothing and counts as absent.
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

async function probed(name: string, ask: () => Promise<boolean>): Promise<DecidedCapability> {
  try {
    return { name, value: await ask(), by: 'probe' };
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return { name, value: false, by: 'probe' };
  }
}

async function redeemsPlain(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const authorization = await client.authorize({ method: 'plain' });
  return authorization.kind === 'code' && outcomeOf(await client.redeem(authorization.code)).kind === 'granted';
}

async function yieldsRefreshToken(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const outcome = outcomeOf(await client.redeem(await client.obtainCode()));
  return (
    outcome.kind === 'granted' && outcome.response.kind === 'token' && outcome.response.tokens.some(({ name }) => name === 'refresh_token')
  );
}

async function sendsIss(scene: ProbeScene): Promise<boolean> {
  const authorization = await clientOf(scene).authorize();
  return (
    authorization.kind === 'code' &&
    authorization.landing.kind === 'redirect-uri' &&
    new URL(authorization.landing.url).searchParams.has('iss')
  );
}

async function keepsEarlierCode(scene: ProbeScene): Promise<boolean> {
  const client = clientOf(scene);
  const earlier = await client.obtainCode();
  await client.obtainCode();
  return outcomeOf(await client.redeem(earlier)).kind === 'granted';
}

/** Without a resource nothing shows whether a token lives, and no rule compares old tokens. */
async function keepsEarlierToken(scene: ProbeScene): Promise<boolean> {
  if (scene.target.endpoints.protected_resource === undefined) return true;
  const client = clientOf(scene);
  const first = outcomeOf(await client.redeem(await client.obtainCode()));
  await client.redeem(await client.obtainCode());
  const earlier = first.kind === 'granted' ? accessTokenOf(first.response) : undefined;
  if (earlier === undefined) throw new Inconclusive('no access token was issued');
  const { outcome } = await client.useToken(earlier);
  return outcome.kind === 'answer' && outcome.status < 300;
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
  const { outcome } = await client.proveToken(token, asked.verifier);
  return outcome.kind === 'answer' && outcome.status < 300;
}

function clientOf({ target, tokenEndpoint, openWire, session }: ProbeScene, registration = firstClient(target)): Client {
  return new Client(registration, target, tokenEndpoint, openWire(), new UserAgent(session));
}

function firstClient({ clients: [first] }: Target): RegisteredClient {
  if (!first) throw new Inconclusive('the target has no client');
  return first;
}
