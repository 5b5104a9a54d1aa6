import { createHmac } from 'node:crypto';
import type { HttpResponse } from '../../../support/protocol/http.js';
import type { Client } from '../client.js';
import type { Parameters } from '../parameters.js';
import type { Situation } from '../policy/errors.js';
import type { Policy } from '../policy/policy.js';
import { refuse, type Refusal } from '../refusal.js';
import type { AuthorizationServer } from '../server.js';
import type { Call } from './endpoint.js';

/** What the resource owner sees when nobody can be redirected to: RFC 6749 §4.1.2.1. */
export function errorPage(policy: Policy, situation: Situation): HttpResponse {
  const answer = policy.errors[situation];
  const { error, status, description } = answer;
  return (
    policy.insteadOfErrorPage(answer) ??
    page(policy, status === 401 ? 400 : status, `<h1>${escaped(error)}</h1><p>${escaped(description)}</p>`)
  );
}

/** What the resource owner is asked to approve. */
export interface Asked {
  readonly client: Client;
  /** The parameters that count: those of the request, or those that were pushed. */
  readonly parameters: Parameters;
  /** The parameters that the browser brought. */
  readonly brought: Parameters;
}

/** Asks the resource owner; the hidden value shows that the form came from here (RFC 6749 §10.12). */
export function consentPage(server: AuthorizationServer, policy: Policy, call: Call, { client, parameters, brought }: Asked): HttpResponse {
  const fields = [...brought, [consentField, consentValue(server, parameters, client)] as const];
  const hidden = fields.map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('');
  const buttons = '<button name="decision" value="approve">Approve</button><button name="decision" value="deny">Deny</button>';
  return page(
    policy,
    200,
    `<h1>${escaped(client.client_id)} asks for access</h1><form method="post" action="${escaped(call.request.url.split('?')[0] ?? '')}">${hidden}${buttons}</form>`,
  );
}

/** Whether the resource owner has to say yes to this request. */
export const consentAsked = (server: AuthorizationServer, policy: Policy, parameters: Parameters): boolean =>
  server.approval === 'form' || policy.asksForConsent(parameters.get('prompt'));

/** Why the form that was sent back does not count; undefined where none was asked for, or where it says yes. */
export function consentRefused(
  server: AuthorizationServer,
  policy: Policy,
  call: Call,
  { client, parameters, brought }: Asked,
): Refusal | undefined {
  if (!consentAsked(server, policy, parameters) || call.request.method !== 'POST') return undefined;
  const holds = policy.consentHolds(brought.get(consentField), consentValue(server, parameters, client));
  return holds && brought.get('decision') !== 'deny' ? undefined : refuse('access-denied');
}

const consentField = 'consent';

function consentValue(server: AuthorizationServer, parameters: Parameters, client: Client): string {
  const asked = [
    client.client_id,
    parameters.get('redirect_uri'),
    parameters.get('scope'),
    parameters.get('state'),
    parameters.get('code_challenge'),
  ];
  return createHmac('sha256', server.issuer).update(JSON.stringify(asked)).digest('base64url');
}

const page = (policy: Policy, status: number, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...policy.pageHeaders },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mock authorization server</title>${body}</html>`,
});

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
