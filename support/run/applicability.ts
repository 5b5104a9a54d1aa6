import type { Rule, ScenarioOfRule } from '../catalogue/rule.js';
import { hasPrivateUseScheme, loopbackFamilyOf } from '../protocol/loopback-redirect-uris.js';
import type { Clock } from '../target/clock.js';
import { holdsSecret, holdsSecretWithSpace, takesBasic, takesBody, takesEncodedBasic } from '../target/client-credentials.js';
import { isNative, isNativeWithSecret, nativeAt } from '../target/native-clients.js';
import { redirectsInTheClear } from '../target/redirect-uris.js';
import type { Endpoints, RegisteredClient, Target } from '../target/target.js';
import type { NotApplicable } from '../verdict/verdict.js';
import type { Capability } from './run.js';

/** All that decides, before anything of a rule is sent, whether it can be judged on this target. */
export interface Circumstances {
  readonly profile: string;
  readonly target: Target;
  readonly capabilities: readonly Capability[];
  readonly clock: Clock;
  readonly slow: boolean;
  readonly optIn: boolean;
}

/** Minutes that a run waits for a token to expire unasked, and those that it waits for at all. */
const longestWait = { unasked: 15, asked: 24 * 60 };

type Condition = (given: Circumstances) => NotApplicable | undefined;

/** The conditions that a Rule or a scenario can be tagged with, and what meets each. */
export const conditions: Readonly<Record<string, Condition>> = {
  'needs-resource': ({ profile, target }) =>
    profile === 'challenge-code-token'
      ? unless(target.proof !== undefined, 'capability', 'the target declares no proof, so nothing shows what a token opens')
      : unless(target.endpoints.protected_resource !== undefined, 'capability', 'the target declares no protected resource'),
  'needs-scoped-resource': ({ target }) =>
    unless(target.proof?.url.includes('{scope}') === true, 'knob', 'proof.url has no {scope} that names an entry point'),
  'needs-scope-config': ({ target }) =>
    unless((target.scope ?? '').split(/[ ,]+/).filter(Boolean).length >= 2, 'knob', 'the target names fewer than two scopes'),
  'names-scope': ({ target }) => unless((target.scope ?? '').trim() !== '', 'knob', 'the target names no scope, so no request has one'),
  'comma-separates': ({ target }) =>
    unless(target.policy.scope_separators === 'comma-and-space', 'knob', 'policy.scope_separators says that only a space separates'),
  'comma-separates-nothing': ({ target }) =>
    unless(target.policy.scope_separators === 'space', 'knob', 'policy.scope_separators says that a comma separates too'),
  'resource-scope': ({ target }) =>
    unless(target.policy.resource_scope !== undefined, 'knob', 'policy.resource_scope does not say which scope the resource needs'),
  'known-token-lifetime': (given) => {
    const { access_token: lifetime, resource_leeway } = given.target.lifetimes;
    if (given.clock.advance !== undefined) return undefined;
    if (lifetime === undefined) return { code: 'knob', text: 'lifetimes.access_token does not say how long a token is to be waited for' };
    return worthTheWait(given, lifetime + resource_leeway, 'a token');
  },
  'needs-refresh-lifetime': (given) => {
    const { refresh_token: lifetime } = given.target.lifetimes;
    if (lifetime === undefined)
      return { code: 'knob', text: 'lifetimes.refresh_token is not set, so nobody knows when a refresh token expires' };
    return given.clock.advance === undefined ? worthTheWait(given, lifetime, 'a refresh token') : undefined;
  },
  'no-refresh-grace': ({ target }) =>
    unless(target.policy.refresh_reuse_grace === 0, 'knob', 'policy.refresh_reuse_grace allows a rotated refresh token to come again'),
  'needs-two-clients': ({ target }) => unless(target.clients.length >= 2, 'capability', 'the target has one client only'),
  'needs-two-flows': () => undefined,
  'needs-public': ({ target }) =>
    unless(
      target.clients.some(({ type }) => type === 'public'),
      'capability',
      'the target has no public client',
    ),
  'needs-confidential': ({ target }) =>
    unless(
      target.clients.some(({ type }) => type === 'confidential'),
      'capability',
      'the target has no confidential client',
    ),
  'needs-openid': ({ target }) =>
    unless((target.scope ?? '').split(' ').includes('openid'), 'capability', 'openid is not in the scope of the target'),
  'needs-plain': (given) => capable(given, 'plain'),
  'needs-no-plain': ({ capabilities }) => saidToLack(capabilities, 'plain'),
  'needs-require-pkce': (given) => capable(given, 'require_pkce'),
  'needs-refresh': (given) => capable(given, 'refresh_token'),
  'needs-concurrent-codes': (given) => capable(given, 'concurrent_codes'),
  'needs-https': ({ target }) => notInTheClear(target.endpoints),
  'needs-par': (given) => capable(given, 'par'),
  'needs-iss': (given) => capable(given, 'iss'),
  'needs-jwks': (given) => capable(given, 'jwks'),
  'held-to-push': (given) =>
    has(
      given,
      ({ require_pushed_authorization_requests }) => require_pushed_authorization_requests === true,
      'has no client that has to push',
    ),
  'needs-concurrency': () => undefined,
  'needs-concurrent-tokens': ({ capabilities }) =>
    unless(
      !capabilities.some(({ name, value, undecided: cause }) => name === 'concurrent_tokens' && value === false && cause === undefined),
      'capability',
      'a new token of this server cancels the one before, so two cannot be held side by side',
    ),
  'needs-clock': () => undefined,
  'needs-movable-clock': ({ clock }) => unless(clock.advance !== undefined, 'capability', 'the clock of the target cannot be moved'),
  'needs-grant-type': ({ target }) =>
    unless(target.policy.grant_type !== undefined, 'knob', 'policy.grant_type is not set: the document names none'),
  'second-redirect-uri': ({ target }) =>
    unless((target.clients[0]?.redirect_uris.length ?? 0) >= 2, 'capability', 'the first client has one redirect URI only'),
  'redirect-uri-with-query': ({ target }) =>
    unless(
      target.clients.some(({ redirect_uris }) => redirect_uris.some((uri) => uri.includes('?'))),
      'capability',
      'no client has a redirect URI with a query',
    ),
  'one-redirect-uri': ({ target }) =>
    unless(
      target.clients.some(({ redirect_uris }) => redirect_uris.length === 1),
      'capability',
      'no client has exactly one redirect URI',
    ),
  'needs-code-lifetime': ({ target }) =>
    unless(target.lifetimes.code !== undefined, 'knob', 'lifetimes.code is not set, so nobody knows when a code expires'),
  'redirect-uri-required': ({ target }) =>
    unless(
      target.policy.redirect_uri_omission === 'reject',
      'knob',
      'policy.redirect_uri_omission allows the exchange to leave the redirect URI out',
    ),
  'rfc-verifier-limit': ({ target }) =>
    unless(target.policy.max_verifier_length < 171, 'knob', 'policy.max_verifier_length admits the longest verifier of the document'),
  'needs-metadata': (given) => capable(given, 'metadata'),
  'client-secret': (given) => has(given, holdsSecret, 'has no client with a client_secret'),
  'basic-client': (given) => has(given, takesBasic, 'has no client with a client_secret that may send it by HTTP Basic'),
  'credentials-to-encode': (given) => has(given, takesEncodedBasic, 'has no client for HTTP Basic whose credentials the encoding changes'),
  'secret-with-space': (given) => has(given, holdsSecretWithSpace, 'has no client whose client_secret holds a space'),
  'not-observable': () => ({ code: 'capability', text: 'nothing that can be seen from outside tells' }),
  'needs-native': (given) =>
    given.target.capabilities.native === false
      ? { code: 'capability', text: 'native is not supported (declared)' }
      : has(given, isNative, 'declares no client with application_type native'),
  'needs-loopback': (given) =>
    has(
      given,
      nativeAt((uri) => loopbackFamilyOf(uri) === 'IPv4'),
      'has no native client at 127.0.0.1',
    ),
  'ipv6-loopback': (given) =>
    has(
      given,
      nativeAt((uri) => loopbackFamilyOf(uri) === 'IPv6'),
      'has no native client at [::1]',
    ),
  'private-use-scheme': (given) => has(given, nativeAt(hasPrivateUseScheme), 'has no native client with a scheme of its own'),
  'native-secret': (given) => has(given, isNativeWithSecret, 'has no native client with a client_secret'),
  'no-nonce-assurance': ({ target }) =>
    unless(!target.policy.nonce_assurance, 'knob', 'policy.nonce_assurance says that clients are known to check their nonce'),
  'browser-client': ({ target }) => unless(target.browser_client, 'knob', 'browser_client is not set, so no script needs to be let in'),
  'body-client': (given) => has(given, takesBody, 'has no client with a client_secret that may send it in the body'),
  'http-redirect-uri': (given) => has(given, redirectsInTheClear, 'has no client with an http redirect URI off loopback'),
  'each-client': () => undefined,
  slow: ({ slow, clock }) =>
    unless(slow || clock.advance !== undefined, 'no-slow', 'it has to wait for a lifetime to pass, and --no-slow leaves that out'),
  'opt-in': ({ optIn }) => unless(optIn, 'opt-in', 'it could lock an account; --opt-in runs it'),
  'several-uses': ({ target }) => unless(!target.policy.single_use, 'knob', 'policy.single_use is set: a token is used once'),
};

/** The first condition of the rule that is not met, if any. */
export function notApplicable(of: Rule | ScenarioOfRule, given: Circumstances): NotApplicable | undefined {
  for (const name of of.conditions) {
    const condition = conditions[name];
    if (!condition) {
      if (/^repeats-\d+$/.test(name)) continue;
      throw new Error(`@${name} is no condition that the suite knows`);
    }
    const reason = condition(given);
    if (reason) return reason;
  }
  return undefined;
}

/** Of a rule or scenario that is applicable: why nobody knows whether it is, where a capability that it needs could not be found out. */
export function undecided(of: Rule | ScenarioOfRule, { capabilities }: Circumstances): string | undefined {
  for (const condition of of.conditions) {
    const name = condition === 'needs-refresh' ? 'refresh_token' : condition.replace(/^needs-/, '').replaceAll('-', '_');
    const cause = capabilities.find((capability) => capability.name === name)?.undecided;
    if (condition.startsWith('needs-') && cause !== undefined) return `whether the server has ${name} could not be found out: ${cause}`;
  }
  return undefined;
}

/** Up to a quarter of an hour is waited for unasked, up to a day with --opt-in. */
function worthTheWait({ optIn }: Circumstances, seconds: number, what: string): NotApplicable | undefined {
  const minutes = Math.ceil(seconds / 60);
  if (minutes > longestWait.asked)
    return { code: 'knob', text: `${what} would be waited for longer than a day: only a clock that can be moved shows its end` };
  return unless(optIn || minutes <= longestWait.unasked, 'opt-in', `it waits ${minutes} minutes for ${what} to expire; --opt-in runs it`);
}

function unless(met: boolean, code: NotApplicable['code'], text: string): NotApplicable | undefined {
  return met ? undefined : { code, text };
}

function has({ target }: Circumstances, suits: (client: RegisteredClient) => boolean, otherwise: string): NotApplicable | undefined {
  return unless(target.clients.some(suits), 'capability', `the target ${otherwise}`);
}

function capable({ capabilities }: Circumstances, name: string): NotApplicable | undefined {
  const capability = capabilities.find((candidate) => candidate.name === name);
  const possible = capability?.value === true || capability?.undecided !== undefined;
  return unless(possible, 'capability', `${name} is not supported${capability ? ` (${capability.by})` : ''}`);
}

/** A capability that a probe did not find was decided by an exchange that the rule itself judges. */
function saidToLack(capabilities: readonly Capability[], name: string): NotApplicable | undefined {
  const { value, by } = capabilities.find((candidate) => candidate.name === name) ?? { value: false, by: 'probe' };
  if (value) return { code: 'capability', text: `${name} is supported (${by})` };
  return unless(by !== 'probe', 'capability', `neither the target file nor metadata says that ${name} is not supported`);
}

/** A server on this machine, or one without TLS, has nothing to be tried in the clear. */
function notInTheClear({ token }: Endpoints): NotApplicable | undefined {
  const { protocol, hostname } = new URL(token ?? 'http://localhost/');
  if (protocol !== 'https:') return { code: 'capability', text: 'the token endpoint is not an https one' };
  return unless(
    !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname),
    'capability',
    'the token endpoint is on this machine',
  );
}
