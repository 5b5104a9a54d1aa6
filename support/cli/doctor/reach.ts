import type { Answer, Failure } from '../../wire/exchange.js';
import { cameBack } from './answers.js';
import type { Obstacle } from './obstacle.js';

/** The obstacle that an answer is whatever was asked for: none came, the host limits its clients, or it is a gateway that spoke. */
export function unheard(outcome: Answer | Failure, did: string, key: string): Obstacle | undefined {
  const told = { did, back: cameBack(outcome) };
  if (outcome.kind === 'failure') return { ...told, ...ofFailure(outcome, key) };
  if (outcome.status === 429) return { ...told, ...limited(key) };
  if (outcome.status >= 502 && outcome.status <= 504) {
    return {
      ...told,
      cause: `a gateway in front of the server answered ${outcome.status}: the server behind it is down or slow`,
      keys: [key],
      mend: 'Start the server, or look whether the address is that of another.',
    };
  }
  return undefined;
}

function limited(key: string): Omit<Obstacle, 'did' | 'back'> {
  return {
    cause: 'the rate limit: the server takes no more requests from this client for now',
    keys: [key],
    mend: 'Wait and try again; certify takes --rate N/s. Better: have this machine, or the test client, exempted from the limit.',
  };
}

function ofFailure({ cause, message }: Failure, key: string): Omit<Obstacle, 'did' | 'back'> {
  switch (cause) {
    case 'refused':
      return {
        cause: 'nobody listens there: a wrong port, a wrong host, or a server that is down',
        keys: [key],
        mend: 'Correct the port and the host, or start the server.',
      };
    case 'dns':
      return { cause: 'the host name does not exist, or not on this network', keys: [key], mend: 'Correct the host name.' };
    case 'tls':
      return ofTls(message, key);
    case 'timeout':
      return {
        cause: 'the server, or a firewall on the way, did not answer in time',
        keys: [key],
        mend: 'Look whether the address is right and reachable from here (proxies are taken from HTTPS_PROXY and NO_PROXY); --timeout gives it longer.',
      };
    case 'limited':
      return limited(key);
    case 'too-large':
      return {
        cause: 'the answer, or its header, is larger than this suite reads (2 MB): no answer of an authorization server is as long',
        keys: [key],
        mend: 'Look whether the address is that of the server, and not of a file or another application; then what the server writes there.',
      };
    case 'reset':
    case 'malformed':
    case 'aborted':
      return {
        cause: 'what answers there does not speak HTTP/1.1 as a server does: perhaps TLS is spoken on that port, or something else listens',
        keys: [key],
        mend: 'Look whether the scheme (https or http) and the port belong together.',
      };
  }
}

function ofTls(message: string, key: string): Omit<Obstacle, 'did' | 'back'> {
  if (/ALTNAME|HOSTNAME/.test(message))
    return { cause: 'the TLS certificate is for another host name', keys: [key], mend: 'Write the name that the certificate is for.' };
  if (/EXPIRED|NOT_YET_VALID/.test(message))
    return { cause: 'the TLS certificate is out of date', keys: [key], mend: 'Renew it, or correct the clock of this machine.' };
  if (/SELF_SIGNED|UNABLE_TO|DEPTH_ZERO|INVALID_CA/.test(message)) {
    return {
      cause: 'the TLS certificate is signed by itself, or by an authority that this machine does not know',
      keys: ['ca_file', key],
      mend: 'Name a PEM file with the certificate of its authority: ca_file: ./ca.pem. Verification cannot be turned off.',
    };
  }
  return {
    cause: 'no TLS connection came about: the port may speak plain http',
    keys: [key],
    mend: 'Look whether the scheme (https or http) and the port belong together.',
  };
}
