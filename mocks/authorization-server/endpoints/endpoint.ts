import type { HttpRequest, HttpResponse } from '../../../support/protocol/http.js';
import { readCredentials } from '../authentication.js';
import { settled, type Steps } from '../awaitable.js';
import type { Parameters } from '../parameters.js';
import type { EndpointName } from '../policy/form.js';
import type { Policy } from '../policy/policy.js';
import { isRefusal } from '../refusal.js';
import { clientNamed, type AuthorizationServer } from '../server.js';

/** One request on its way through an endpoint. */
export interface Call {
  readonly server: AuthorizationServer;
  readonly request: HttpRequest;
  /** The policy that decides until the client is known. */
  readonly policy: Policy;
  /** Whether that policy stays in charge whoever the client is. */
  readonly policyIsFixed: boolean;
  /** The part of the path behind the address of the endpoint, still encoded. */
  readonly rest: string;
  /** The query, still encoded, without `?`. */
  readonly query: string;
}

/** A place that answers. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly answer: (call: Call) => Steps<HttpResponse>;
}

/** The realm that challenges name. */
export const realmOf = (server: AuthorizationServer): string => server.issuer;

/** The policy of the client that the request names, where the endpoint does not fix one. */
export function policyFor({ server, policy, policyIsFixed, request }: Call, parameters: Parameters): Steps<Policy> {
  if (policyIsFixed) return settled(policy);
  const named = request.headers.authorization === undefined ? parameters.get('client_id') : undefined;
  const credentials = named === undefined ? readCredentials(policy, request, parameters) : { client_id: named };
  const client_id = isRefusal(credentials) ? undefined : credentials.client_id;
  return client_id === undefined ? settled(policy) : policyOf(server, client_id, policy);
}

/** The policy of a client; another in its place where there is no such client. */
export function* policyOf(server: AuthorizationServer, client_id: string, otherwise: Policy): Steps<Policy> {
  const client = yield* clientNamed(server, client_id);
  return client === undefined ? otherwise : server.policies[client.profile];
}
