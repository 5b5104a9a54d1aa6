import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { RESOURCE_OWNER } from './base.js';

/** oidc-provider, whose pages end at once: its login as the resource owner's, the consent that it asks of a native client as given. */
export function signingInBySelf(issuer: string, configuration: object): RequestListener {
  const provider = new Provider(issuer, configuration);
  const respond = provider.callback();
  return (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void respond(request, response);
    signIn(provider, request, response).catch((error: unknown) =>
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)),
    );
  };
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  const result = prompt.name === 'login' ? { login: { accountId: RESOURCE_OWNER } } : { consent: {} };
  await provider.interactionFinished(request, response, result);
}
