import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { consentPage, loginPage, page } from './pages.js';

/** The one account. */
export const account = { login: 'alice', password: 'a-password-of-the-example-and-of-nothing-else' };

/** Login and consent by forms, each with a value that only the page and a cookie of the browser hold. */
export function interactions(provider: Provider): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const interaction = await provider.interactionDetails(request, response);
    const step = request.url?.split('?', 1)[0]?.split('/')[3];
    if (request.method === 'GET' && step === undefined) return show(interaction, response);
    const form = new URLSearchParams(await text(request));
    if (request.method !== 'POST' || !isFromPage(request, form))
      return answer(response, 403, page('Refused', '<p>This form is not ours.</p>'));
    if (step === 'login' && interaction.prompt.name === 'login') return signIn(provider, interaction, form, request, response);
    if (step === 'consent' && interaction.prompt.name === 'consent') return decide(provider, interaction, form, request, response);
    return answer(response, 404, page('Not found', '<p>There is nothing here.</p>'));
  };
}

function show({ uid, params, prompt }: Interaction, response: ServerResponse, complaint = ''): void {
  const csrf = randomBytes(18).toString('base64url');
  response.setHeader('set-cookie', `csrf=${csrf}; Path=/interaction/${uid}; HttpOnly; SameSite=Lax`);
  const scopes = prompt.details.missingOIDCScope ?? ['openid'];
  answer(
    response,
    200,
    prompt.name === 'login' ? loginPage({ uid, csrf }, complaint) : consentPage({ uid, csrf }, params.client_id, scopes),
  );
}

async function signIn(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (form.get('login') !== account.login || form.get('password') !== account.password)
    return show(interaction, response, 'Name or password are wrong.');
  await provider.interactionFinished(request, response, { login: { accountId: account.login, remember: form.has('remember') } });
}

async function decide(
  provider: Provider,
  { grantId, session, params }: Interaction,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (form.get('decision') !== 'allow') {
    await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'the user said no' });
    return;
  }
  const earlier = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = earlier ?? new provider.Grant({ accountId: session?.accountId, clientId: params.client_id });
  grant.addOIDCScope(form.getAll('scope').join(' '));
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

function isFromPage({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  const [, cookie = ''] = /(?:^|;\s*)csrf=([^;]*)/.exec(headers.cookie ?? '') ?? [];
  const [one, other] = [Buffer.from(cookie), Buffer.from(form.get('csrf') ?? '')];
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}

function answer(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; form-action *; frame-ancestors 'none'",
    })
    .end(body);
}
