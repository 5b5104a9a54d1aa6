import type { HttpResponse } from '../../../support/protocol/http.js';
import { authenticate, readCredentials } from '../authentication.js';
import { validate } from '../authorization-request.js';
import { settled, type Steps } from '../awaitable.js';
import type { Client } from '../client.js';
import { readForm } from '../form.js';
import type { Parameters } from '../parameters.js';
import type { Policy } from '../policy/policy.js';
import { answerRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';
import { clientNamed, memory, type AuthorizationServer } from '../server.js';
import { policyFor, realmOf, type Call, type Endpoint } from './endpoint.js';

/** Takes an authorization request by the back channel: RFC 9126 §2. */
export const pushEndpoint: Endpoint = {
  name: 'push',
  *answer(call) {
    const form = readForm(call.policy, call.request, call.query, 'push');
    if (isRefusal(form)) return answerRefusal(call.policy, form, realmOf(call.server));
    const policy = yield* policyFor(call, form.parameters);
    const outcome = yield* accept(call, policy, form.parameters, form.repeated.length > 0);
    return isRefusal(outcome) ? answerRefusal(policy, outcome, realmOf(call.server)) : outcome;
  },
};

/** The parameters behind the request_uri that an authorization request names. */
export function* pushedParameters(
  server: AuthorizationServer,
  policy: Policy,
  client: Client,
  front: Parameters,
  requestUri: string,
): Steps<Parameters | Refusal> {
  const pushed = yield* settled(server.store.pushedRequests.find(requestUri));
  if (pushed === undefined) return policy.parametersOfUnknown(front) ?? refuse('request-uri-unknown');
  if (!policy.requestUriBelongsTo(pushed, client.client_id)) return refuse('request-uri-of-other-client');
  if (policy.requestUriExpired(pushed, server.now())) return refuse('request-uri-expired');
  return policy.parametersOfPushed(new Map(pushed.parameters), front);
}

function* accept({ server, request }: Call, policy: Policy, parameters: Parameters, repeated: boolean): Steps<HttpResponse | Refusal> {
  if (repeated) return refuse('repeated-parameter', { parameters });
  const credentials = readCredentials(policy, request, parameters);
  if (isRefusal(credentials)) return credentials;
  const who = yield* authenticate(server, policy, request, parameters, 'push', credentials);
  if (isRefusal(who)) return who;
  if (parameters.has('request_uri') && !policy.acceptsPushedRequestUri) return refuse('request-uri-pushed', { parameters });
  const client = (yield* clientNamed(server, who.client_id)) ?? who.client;
  const given = parameters.get('redirect_uri');
  const registered = given === undefined || client.redirect_uris.some((uri) => policy.redirectUriMatches(uri, given, client));
  if (!registered && !policy.mayPushUnregistered(client)) return refuse('redirect-uri-unregistered', { parameters });
  const valid = validate(policy, client, parameters, true);
  if (isRefusal(valid)) return valid;

  const requestUri = policy.newRequestUri();
  const expiresAt = server.now() + policy.pushLifetime * 1000;
  const kept = policy.keptOfPush([...parameters].filter(([name]) => !name.startsWith('client_')));
  yield* settled(
    server.store.pushedRequests.put(
      requestUri,
      { request_uri: requestUri, client_id: who.client_id, parameters: kept, expiresAt },
      expiresAt + memory,
    ),
  );
  return {
    status: policy.pushStatus,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ request_uri: requestUri, expires_in: policy.pushExpiresInMember(policy.pushLifetime) }),
  };
}
