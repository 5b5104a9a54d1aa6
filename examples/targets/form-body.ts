import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { text } from 'node:stream/consumers';

/** The parameters of a form-encoded body, one that is repeated as an array: what the body parsers of web frameworks make of it. */
export async function formBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await text(request);
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  return isForm ? { ...parse(body) } : {};
}
