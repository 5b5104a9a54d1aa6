import type { Failure } from './exchange.js';

/** A Failure of a request to `url`, told in one line that names host and port. */
export function failure(cause: Failure['cause'], url: string, told: string): Failure {
  return { kind: 'failure', cause, message: `${authority(url)}: ${told}`.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300) };
}

/** The Failure that an error of the network, of TLS or of the HTTP parser amounts to. Never throws, whatever it is given. */
export function failureOf(error: unknown, url: string): Failure {
  const [code, text] = described(error);
  if (/^E(NOTFOUND|AI_)/.test(code)) return failure('dns', url, `the host name does not resolve (${code})`);
  if (code === 'ECONNREFUSED') return failure('refused', url, 'the connection was refused');
  if (/^(EHOST|ENET)(UNREACH|DOWN)$|^EACCES$|^EADDRNOTAVAIL$/.test(code))
    return failure('refused', url, `the host cannot be reached (${code})`);
  if (code === 'ETIMEDOUT') return failure('timeout', url, 'the connection was not answered in time');
  if (code === 'HPE_HEADER_OVERFLOW') return failure('too-large', url, 'the header of the answer is too large');
  if (/^(HPE_|ERR_INVALID|ERR_UNESCAPED|ERR_HTTP_|ERR_BAD_|Z_|ERR__ERROR_)/.test(code))
    return failure('malformed', url, `${text} (${code})`);
  if (isTls(code)) return failure('tls', url, `TLS failed: ${text.replace(/; if the root CA.*/, '')} (${code})`);
  if (/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|ENOTCONN)$/.test(code)) {
    return failure('reset', url, 'the connection was closed before the answer was complete');
  }
  if (code === 'EMFILE' || code === 'ENFILE') return failure('aborted', url, `this machine has no more file descriptors (${code})`);
  return failure('reset', url, code === '' ? text : `${text} (${code})`);
}

/** `host:port`, without credentials, path or query; the text itself, shortened, where it is no URL. */
export function authority(url: string): string {
  if (!URL.canParse(url)) return JSON.stringify(url.slice(0, 60));
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
}

function isTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH|ERROR_IN_|CRL_|EPROTO$)/.test(
    code,
  );
}

/** The code nearest the root: axios and node wrap an error in others, and a host of several addresses gives several. */
function described(error: unknown, depth = 0): readonly [code: string, text: string] {
  if (!(error instanceof Error)) return ['', String(error)];
  const { code, cause } = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[])[0] : cause;
  if (inner instanceof Error && depth < 5) {
    const [innerCode, innerText] = described(inner, depth + 1);
    if (innerCode !== '') return [innerCode, innerText];
  }
  return [code ?? '', error.message];
}
