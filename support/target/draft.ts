import type { FileContents } from './file-shape.js';
import type { PolicyKnobs } from './policy.js';
import type { DeclaredCapabilities, Endpoints, Lifetimes, Login, Proof, RegisteredClient, Target } from './target.js';

/** What a target file says, defaults put in: a target before discovery and registration. */
export interface TargetDraft {
  readonly name: string;
  readonly issuer?: string;
  /** As the file gives them; discovery adds the others. */
  readonly endpoints: Endpoints;
  readonly profiles: readonly string[];
  /** Public first; empty where `registration` stands. */
  readonly clients: readonly RegisteredClient[];
  readonly registration?: { readonly initial_access_token?: string };
  readonly login: Login;
  readonly scope?: string;
  readonly authorization_parameters: Readonly<Record<string, string>>;
  readonly lifetimes: Lifetimes;
  readonly capabilities: DeclaredCapabilities;
  readonly proof?: Omit<Proof, 'url'> & { readonly url?: string };
  /** The knobs that the file sets; `policyFor` adds the defaults of a profile. */
  readonly policy: PolicyKnobs;
  readonly insecure_http: boolean;
  readonly ca_file?: string;
  readonly clock?: Target['clock'] & object;
  readonly browser_client: boolean;
}

/** Puts the defaults in. */
export function draftOf(file: FileContents, profiles: readonly string[]): TargetDraft {
  const { $schema: _schema, name, endpoints = {}, clients = [], login = {}, lifetimes, proof, ...rest } = file;
  const scope = file.scope ?? (profiles.includes('oidc') ? 'openid' : undefined);
  return {
    ...rest,
    name: name ?? hostOf(file.issuer ?? Object.values(endpoints)[0] ?? ''),
    endpoints,
    profiles,
    ...(scope === undefined ? {} : { scope }),
    clients: publicFirst(clients.map(clientOf)),
    login: { ...login, driver: login.driver ?? likelyDriver(login) },
    authorization_parameters: file.authorization_parameters ?? {},
    lifetimes: { tolerance: 2, resource_leeway: 300, ...lifetimes },
    capabilities: file.capabilities ?? {},
    ...(proof === undefined ? {} : { proof: { carrier: 'form', name: 'code_verifier', ...proof } }),
    policy: file.policy ?? {},
    insecure_http: file.insecure_http ?? false,
    browser_client: file.browser_client ?? false,
  };
}

/** Most rules run with the first client that fits, and most concern public ones. */
export function publicFirst(clients: readonly RegisteredClient[]): readonly RegisteredClient[] {
  return clients.toSorted((a, b) => Number(a.type === 'confidential') - Number(b.type === 'confidential'));
}

type ClientEntry = NonNullable<FileContents['clients']>[number];

function clientOf(entry: ClientEntry): RegisteredClient {
  const likely =
    entry.private_key_file !== undefined ? 'private_key_jwt' : entry.client_secret === undefined ? 'none' : 'client_secret_basic';
  const method = entry.token_endpoint_auth_method ?? likely;
  return {
    ...entry,
    token_endpoint_auth_method: method,
    method_declared: entry.token_endpoint_auth_method !== undefined,
    type: method === 'none' ? 'public' : 'confidential',
    redirect_uris: entry.redirect_uris ?? [],
    application_type: entry.application_type ?? 'web',
  };
}

function likelyDriver(login: NonNullable<FileContents['login']>): Login['driver'] {
  if (login.module !== undefined) return 'module';
  return login.username === undefined && login.password === undefined ? 'automatic' : 'form';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'authorization server';
}
