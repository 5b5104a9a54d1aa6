import { Readable } from 'node:stream';
import { AxiosError, type AxiosAdapter, type AxiosHeaders } from 'axios';
import type { HttpHeaders, Respond } from '../protocol/http.js';

/** An adapter of axios that asks whoever answers in this process: all that axios does, and no socket. Answers are streams, as axios was told. */
export function directAdapter(respond: Respond): AxiosAdapter {
  return async (config) => {
    const { status, headers, body } = await respond({
      method: (config.method ?? 'GET').toUpperCase(),
      url: config.url ?? '',
      headers: said(config.headers),
      body: config.data instanceof Uint8Array ? config.data : nothing,
    });
    if (status === 0) throw new AxiosError('socket hang up', 'ECONNRESET', config);
    const rawHeaders = Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
    const data = Object.assign(Readable.from(body === '' ? [] : [Buffer.from(body)]), { rawHeaders });
    return { data, status, statusText: '', headers: {}, config };
  };
}

const nothing = new Uint8Array();

/** Lower-case names; what axios was told not to say is left out. */
function said(headers: AxiosHeaders): HttpHeaders {
  return Object.fromEntries(
    Object.entries(headers.toJSON()).flatMap(([name, value]): [string, string | string[]][] =>
      typeof value !== 'string' && !Array.isArray(value) ? [] : [[name.toLowerCase(), value]],
    ),
  );
}
