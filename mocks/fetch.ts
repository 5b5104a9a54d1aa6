import type { HttpResponse, Respond } from '../support/protocol/http.js';

/** The mock as `fetch`: takes what fetch takes, follows no redirect, and fails with a TypeError where a connection would end without an answer. */
export function fetchFrom(respond: Respond): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    const response = await respondTo(respond, request);
    if (response.status === 0) throw new TypeError('fetch failed: the mock ended the connection');
    return responseFrom(response);
  };
}

/** Hands a WHATWG Request to the core as plain values. */
export async function respondTo(respond: Respond, request: Request): Promise<HttpResponse> {
  const body = request.body === null ? noOctets : new Uint8Array(await request.arrayBuffer());
  return respond({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body });
}

/** The answer of the core as a WHATWG Response. */
export function responseFrom({ status, headers, body }: HttpResponse): Response {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : value.map((one): [string, string] => [name, one]),
  );
  return new Response(body === '' ? null : body, { status, headers: fields });
}

const noOctets = new Uint8Array();
