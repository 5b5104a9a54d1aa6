import type { HttpResponse } from '../../../support/protocol/http.js';
import { settled, type Steps } from '../awaitable.js';
import type { Client } from '../client.js';
import { readForm } from '../form.js';
import type { Parameters } from '../parameters.js';
import { issueAccessToken } from '../grants/issue.js';
import { idTokenFor } from '../id-token.js';
import { scopeAsked, validate, type AuthorizationRequest } from '../authorization-request.js';
import type { Situation } from '../policy/errors.js';
import type { Pair } from '../policy/form.js';
import type { Policy } from '../policy/policy.js';
import { uncut } from '../records.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { clientNamed, memory, type AuthorizationServer } from '../server.js';
import { consentAsked, consentPage, consentRefused, errorPage } from './page.js';
import type { Endpoint } from './endpoint.js';
import { pushedParameters } from './pushed-authorization-request.js';

/** The authorization endpoint: RFC 6749 §3.1, §4.1.1. The resource owner approves by itself, unless the mock shows a form. */
export const authorizationEndpoint: Endpoint = {
  name: 'authorization',
  *answer(call) {
    const form = readForm(call.policy, call.request, call.query, 'authorization');
    if (isRefusal(form)) return errorPage(call.policy, form.refused);
    const { server } = call;
    const named = form.parameters.get('client_id');
    const client = named === undefined ? undefined : yield* clientNamed(server, named);
    const policy = call.policyIsFixed || client === undefined ? call.policy : server.policies[client.profile];
    if (client === undefined || form.repeated.includes('client_id')) {
      const situation = client === undefined ? 'authorization-client-unknown' : 'repeated-parameter';
      const given = form.parameters.get('redirect_uri');
      return given !== undefined && policy.refusesByRedirect(situation, false)
        ? redirectError(server, policy, given, situation, form.parameters)
        : errorPage(policy, situation);
    }
    const requestUri = form.parameters.get('request_uri');
    const pushed = requestUri === undefined ? undefined : yield* pushedParameters(server, policy, client, form.parameters, requestUri);
    if (isRefusal(pushed)) return errorPage(policy, pushed.refused);
    const parameters = pushed ?? form.parameters;

    const target = redirectTarget(policy, client, parameters, form.repeated, pushed !== undefined);
    if (isRefusal(target)) {
      const given = parameters.get('redirect_uri');
      return given !== undefined && policy.refusesByRedirect(target.refused, false)
        ? redirectError(server, policy, given, target.refused, parameters)
        : errorPage(policy, target.refused);
    }
    const fault = form.repeated.length > 0 ? 'repeated-parameter' : form.unknown.length > 0 ? 'unknown-parameter' : undefined;
    const request = fault === undefined ? validate(policy, client, parameters, pushed !== undefined) : refuse(fault);
    const asked = { client, parameters, brought: form.parameters };
    const outcome = isRefusal(request) ? request : (consentRefused(server, policy, call, asked) ?? request);
    if (isRefusal(outcome)) {
      return policy.refusesByRedirect(outcome.refused, true)
        ? redirectError(server, policy, target, outcome.refused, parameters)
        : errorPage(policy, outcome.refused);
    }
    if (consentAsked(server, policy, parameters) && call.request.method === 'GET') return consentPage(server, policy, call, asked);
    if (requestUri !== undefined) {
      if (!(yield* settled(policy.spendRequestUri(server.store, requestUri, server.now() + memory))))
        return errorPage(policy, 'request-uri-used');
    }
    return yield* respond(server, policy, client, parameters, target, outcome);
  },
};

/** Where the answer may go: RFC 6749 §3.1.2.3, §3.1.2.4. */
function redirectTarget(
  policy: Policy,
  client: Client,
  parameters: Parameters,
  repeated: readonly string[],
  wasPushed: boolean,
): string | Refusal {
  if (repeated.includes('redirect_uri')) return refuse('repeated-parameter');
  const given = parameters.get('redirect_uri');
  if (given === undefined)
    return policy.redirectUriWhenOmitted(client, scopeAsked(policy, client, parameters) ?? []) ?? refuse('redirect-uri-omitted');
  if (wasPushed && !policy.validatesPushedRedirectUri) return given;
  return client.redirect_uris.some((registered) => policy.mayRedirectTo(registered) && policy.redirectUriMatches(registered, given, client))
    ? given
    : refuse('redirect-uri-unregistered');
}

function* respond(
  server: AuthorizationServer,
  policy: Policy,
  client: Client,
  parameters: Parameters,
  target: string,
  request: AuthorizationRequest,
): Steps<HttpResponse> {
  const now = server.now();
  const subject = policy.subjectOf(client);
  const redirect_uri = parameters.get('redirect_uri');
  const nonce = parameters.get('nonce');
  const requested_scope = parameters.get('scope');
  const about = {
    client_id: client.client_id,
    redirect_uri,
    delivered_to: target,
    code_challenge: request.code_challenge === undefined ? undefined : uncut(request.code_challenge),
    code_challenge_method: request.code_challenge_method,
    requested_scope,
    scope: request.scope,
    subject,
    nonce,
    issuedAt: now,
  };
  const code = policy.newCode(about);
  const members: Pair[] = [];
  if (request.yields.includes('code')) {
    yield* settled(server.store.codes.put(policy.codeKey(code), { code, ...about }, now + memory));
    members.push(['code', code]);
  }
  if (request.yields.includes('token')) {
    const access = yield* issueAccessToken(server, policy, { id: code, client, subject, scope: request.scope }, 'bearer');
    members.push(['access_token', access.token], ['token_type', 'Bearer']);
  }
  if (request.yields.includes('id_token')) {
    const token = idTokenFor(policy, {
      issuer: server.issuer,
      client,
      subject,
      nonce,
      code,
      authenticatedAt: now,
      now,
      grantType: 'front-channel',
    });
    members.push(['id_token', String(token)]);
  }
  const inFragment = request.yields.some((kind) => kind !== 'code');
  return redirect(server, policy, target, members, 'success', parameters, inFragment);
}

function redirectError(
  server: AuthorizationServer,
  policy: Policy,
  target: string,
  situation: Situation,
  parameters: Parameters,
): HttpResponse {
  const { error, description } = policy.errors[situation];
  return redirect(server, policy, target, policy.authorizationErrorMembers(error, description), 'error', parameters, false);
}

/** RFC 6749 §4.1.2, §4.1.2.1; RFC 9207 §2. */
function redirect(
  server: AuthorizationServer,
  policy: Policy,
  target: string,
  members: readonly Pair[],
  outcome: 'success' | 'error',
  parameters: Parameters,
  inFragment: boolean,
): HttpResponse {
  const state = policy.returnedState(parameters.get('state'), outcome);
  const iss = policy.returnedIssuer(server.issuer, outcome);
  const all: Pair[] = [...members];
  if (state !== undefined) all.push(['state', state]);
  if (iss !== undefined) all.push(['iss', iss]);
  all.push(...policy.furtherMembers(parameters, outcome));
  const location = policy.addToRedirectUri(target, all);
  return {
    status: policy.redirectStatus,
    headers: { location: inFragment ? location.replace(/[?&](?=(code|access_token)=)/, '#') : location, 'cache-control': 'no-store' },
    body: '',
  };
}
