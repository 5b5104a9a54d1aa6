import type { HttpRequest } from '../../support/protocol/http.js';
import type { Parameters } from './parameters.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { pairsOf, type EndpointName, type FormPolicy, type Pair } from './policy/form.js';

/** The parameters of a request, and what was wrong with them. */
export interface Form {
  readonly parameters: Parameters;
  /** Names that were repeated and not allowed to be. */
  readonly repeated: readonly string[];
  readonly unknown: readonly string[];
}

/** Reads the parameters of a request, or says why they cannot be read. RFC 6749 §3.1, §3.2, Appendix B. */
export function readForm(policy: FormPolicy, request: HttpRequest, query: string, at: EndpointName): Form | Refusal {
  const body = readBody(policy, request, at);
  if (isRefusal(body)) return body;
  const counted = policy.parametersOf(
    { method: request.method, body, query: pairsOf(query), header: (name) => headerOf(request, name) },
    at,
  );
  return gather(policy, counted, at);
}

/** As `readForm`, but a repeated or unknown parameter refuses at once: for every endpoint that has nobody to redirect to. */
export function readParameters(policy: FormPolicy, request: HttpRequest, query: string, at: EndpointName): Parameters | Refusal {
  const form = readForm(policy, request, query, at);
  if (isRefusal(form)) return form;
  if (form.repeated.length > 0) return refuse('repeated-parameter', { parameters: form.parameters });
  if (form.unknown.length > 0) return refuse('unknown-parameter', { parameters: form.parameters });
  return form.parameters;
}

/** The value of a header field; of one that came twice, the first. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' || value === undefined ? value : value[0];
}

/** A request whose body is not read has no parameters in it; any other needs a form. */
function readBody(policy: FormPolicy, request: HttpRequest, at: EndpointName): readonly Pair[] | Refusal {
  if (request.body.length > policy.bodyLimit) return refuse('body-too-large');
  if (!policy.readsBodyOf(request.method)) return [];
  const contentType = headerOf(request, 'content-type');
  if (!policy.acceptsMediaType(contentType, at)) return refuse('media-type');
  return policy.readBody(latin1(request.body), contentType);
}

function gather(policy: FormPolicy, encoded: readonly Pair[], at: EndpointName): Form | Refusal {
  const known = knownParameters[at];
  const parameters = new Map<string, string>();
  let again: Map<string, string[]> | undefined;
  let plain = true;
  for (const [encodedName, encodedValue] of encoded) {
    const decodedName = policy.decode(encodedName);
    if (decodedName === undefined) return refuse('malformed-body');
    const name = policy.parameterName(decodedName);
    const value = policy.decode(encodedValue, name);
    if (value === undefined) return refuse('malformed-body');
    const first = parameters.get(name);
    const others = again?.get(name);
    if (value === '' || !known.has(name)) plain = false;
    if (first === undefined) parameters.set(name, value);
    else if (others === undefined) (again ??= new Map<string, string[]>()).set(name, [first, value]);
    else others.push(value);
  }
  return plain && again === undefined ? { parameters, repeated: none, unknown: none } : settle(policy, at, parameters, again);
}

/** Decides what repeated, empty and unknown parameters count for; `parameters` holds the first value of each until then. */
function settle(
  policy: FormPolicy,
  at: EndpointName,
  parameters: Map<string, string>,
  again: ReadonlyMap<string, readonly string[]> | undefined,
): Form {
  const known = knownParameters[at];
  const repeated: string[] = [];
  const unknown: string[] = [];
  for (const [name, first] of parameters) {
    const all = again?.get(name);
    const value = all === undefined ? first : policy.repeatedParameter(name, all, at);
    const isKnown = known.has(name);
    if (value === undefined && isKnown) repeated.push(name);
    if (!isKnown && !policy.acceptsUnknownParameter(name, at)) unknown.push(name);
    if (value === undefined || (value === '' && policy.emptyIsAbsent(name, at))) parameters.delete(name);
    else if (value !== first) parameters.set(name, value);
  }
  return { parameters, repeated, unknown };
}

const none: readonly string[] = [];

/** Octet by octet. */
const latin1 = (octets: Uint8Array): string =>
  (octets instanceof Buffer ? octets : Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)).toString('latin1');

const authorizationParameters = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'request',
  'request_uri',
  'response_mode',
  'prompt',
  'display',
  'max_age',
  'ui_locales',
  'id_token_hint',
  'login_hint',
  'acr_values',
  'claims',
  'resource',
];
const credentials = ['client_id', 'client_secret', 'client_assertion', 'client_assertion_type'];
const tokenParameters = [
  ...credentials,
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'scope',
  'refresh_token',
  'username',
  'password',
];

/** The parameters that mean something: only these may not be repeated, and any other is unknown. */
const knownParameters: Readonly<Record<EndpointName, ReadonlySet<string>>> = {
  authorization: new Set(authorizationParameters),
  token: new Set(tokenParameters),
  push: new Set([...credentials, ...authorizationParameters]),
  revocation: new Set([...credentials, 'token', 'token_type_hint']),
  registration: new Set(),
  'challenge-code-token': new Set([...tokenParameters, 'code_challenge', 'code_challenge_method']),
  resource: new Set(['access_token', 'client_secret']),
  metadata: new Set(),
  jwks: new Set(),
};
