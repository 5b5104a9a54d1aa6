import type { ClientEntry, TokenEndpointAuthMethod } from './authorization-server/client.js';
import { profiles } from './authorization-server/profile.js';
import type { MockOptions } from './options.js';

/** An option of the mock that cannot be meant so; thrown before anything is made. */
export class WrongMockOption extends RangeError {
  override readonly name = 'WrongMockOption';
  constructor(
    /** `issuer`, `clients[1].redirect_uris`. */
    readonly option: string,
    readonly found: unknown,
    /** Completes "expected is …". */
    readonly expected: string,
  ) {
    super(`The option ${option} of the mock is ${shown(option, found)}; expected is ${expected}`);
  }
}

/** Throws WrongMockOption on the first option that is unknown or cannot be meant so. */
export function checkOptions(options: MockOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof MockOptions] : undefined;
    if (check === undefined) throw new WrongMockOption(name, value, `one of ${Object.keys(checks).join(', ')}`);
    if (value !== undefined) check(value, name);
  }
}

type Check = (value: unknown, option: string) => void;

const oneOf =
  (...words: readonly string[]): Check =>
  (value, option) => {
    if (!words.includes(value as string)) throw new WrongMockOption(option, value, words.join(' or '));
  };
const a =
  (kind: 'string' | 'boolean' | 'function' | 'object', expected: string): Check =>
  (value, option) => {
    if (typeof value !== kind || value === '' || value === null) throw new WrongMockOption(option, value, expected);
  };
const listOf =
  (each: Check, expected: string): Check =>
  (value, option) => {
    if (!Array.isArray(value)) throw new WrongMockOption(option, value, expected);
    value.forEach((item, at) => each(item, `${option}[${at}]`));
  };
const objectOf =
  (members: Readonly<Record<string, Check>>, expected: string): Check =>
  (value, option) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongMockOption(option, value, expected);
    for (const [name, member] of Object.entries(value)) {
      const check = Object.hasOwn(members, name) ? members[name] : undefined;
      if (check === undefined) throw new WrongMockOption(`${option}.${name}`, member, `one of ${Object.keys(members).join(', ')}`);
      if (member !== undefined) check(member, `${option}.${name}`);
    }
  };

/** RFC 8414 §2, but for http, which a mock may be found under. */
function checkIssuer(value: unknown, option: string): void {
  const refuse = (expected: string): never => {
    throw new WrongMockOption(option, value, expected);
  };
  if (typeof value !== 'string' || !/^https?:\/\/[\x21-\x7e]+$/.test(value) || !URL.canParse(value))
    return refuse('an http or https URL, such as https://as.example');
  if (/[?#]/.test(value)) refuse('a URL without query or fragment (RFC 8414 §2)');
  if (value.endsWith('/')) refuse('a URL without a slash at its end');
  const { username, password } = new URL(value);
  if (username !== '' || password !== '') refuse('a URL without user name or password');
}

const authMethods: Readonly<Record<TokenEndpointAuthMethod, true>> = {
  none: true,
  client_secret_basic: true,
  client_secret_post: true,
  private_key_jwt: true,
};

/** Every member of an entry, so that none can be added without its check. */
const clientMembers: Readonly<Record<keyof ClientEntry, Check>> = {
  client_id: a('string', 'a text'),
  client_secret: a('string', 'a text'),
  token_endpoint_auth_method: oneOf(...Object.keys(authMethods)),
  redirect_uris: listOf(a('string', 'a redirect URI'), 'a list of redirect URIs'),
  application_type: oneOf('web', 'native'),
  scope: (value, option) => {
    if (typeof value !== 'string') throw new WrongMockOption(option, value, 'a text of scope tokens separated by spaces');
  },
  grant_types: listOf(a('string', 'a grant type'), 'a list of grant types'),
  profile: oneOf(...profiles),
  jwks: (value, option) => {
    const keys = typeof value === 'object' && value !== null && 'keys' in value ? value.keys : undefined;
    listOf(a('object', 'a public key as a JWK'), 'a JWK Set: {"keys": […]}')(keys, option);
  },
  id_token_signed_response_alg: oneOf('ES256', 'RS256'),
  require_pushed_authorization_requests: a('boolean', 'true or false'),
  require_pkce: a('boolean', 'true or false'),
  nonce_assured: a('boolean', 'true or false'),
  registration_access_token: a('string', 'a text'),
};
const client = objectOf(clientMembers, 'a client');

function checkClients(value: unknown, option: string): void {
  listOf(client, 'a list of clients, each with a client_id')(value, option);
  const names = (value as readonly Readonly<Record<string, unknown>>[]).map(({ client_id }) => client_id);
  names.forEach((name, at) => {
    if (name === undefined) throw new WrongMockOption(`${option}[${at}].client_id`, name, 'a text');
    if (names.indexOf(name) < at) throw new WrongMockOption(`${option}[${at}].client_id`, name, 'a client of its own');
  });
}

function checkMutant(value: unknown, option: string): void {
  const whole = typeof value === 'object' && value !== null && 'replace' in value && 'breaks' in value;
  if (typeof value !== 'string' && !whole) throw new WrongMockOption(option, value, 'the id of a mutant, or a mutant');
}

/** Every option, so that none can be added without its check. */
const checks: Readonly<Record<keyof MockOptions, Check>> = {
  issuer: checkIssuer,
  profile: oneOf(...profiles),
  profiles: (value, option) => {
    listOf(oneOf(...profiles), 'a list of profiles')(value, option);
    if ((value as readonly unknown[]).length === 0) throw new WrongMockOption(option, value, 'a list of one profile at least');
  },
  clients: checkClients,
  clock: oneOf('manual', 'real'),
  mutants: listOf(checkMutant, 'a list of mutants'),
  store: a('function', 'a function that makes a store, such as redisStore(url)'),
  control: a('boolean', 'true or false'),
  proof: objectOf({ carrier: oneOf('form', 'header', 'query'), name: a('string', 'a name') }, 'a carrier and a name'),
  challengeGrantType: a('string', 'a grant_type'),
  initialAccessToken: a('string', 'a text'),
  approval: oneOf('automatic', 'form'),
};

/** On one line, not at any length, and no secret. */
function shown(option: string, value: unknown): string {
  if (value !== '' && value !== null && /secret|token$/i.test(option)) return `a ${typeof value}`;
  if (typeof value === 'function') return 'a function';
  const text = asText(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'an object that holds itself';
  }
}
