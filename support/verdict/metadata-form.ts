import type { JsonObject, JsonValue } from '../protocol/json.js';
import { metadataFaults, type MetadataFault } from '../protocol/metadata.js';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';

/** A metadata document, and the exchange that brought it. */
export interface FoundDocument {
  readonly n: number;
  readonly url: string;
  readonly document: JsonObject;
}

export type DocumentOracle = (found: FoundDocument) => void;

/** What stood at a well-known address. */
interface WellKnown {
  readonly url: string;
  readonly exchange: Exchange;
  readonly document?: JsonObject;
}

/** RFC 8414 §3.2: wherever metadata stands it is answered with 200 and application/json; it stands at one address at least. */
export function servedAsJsonObject(answers: readonly WellKnown[]): void {
  const expected = 'status 200 with a JSON object as application/json';
  const found = answers.filter(({ document }) => document !== undefined);
  if (found.length === 0)
    throw new Violation(`${expected} at one of ${answers.map(({ url }) => url).join(', ')}`, answers.map(told).join('; '), {
      exchanges: answers.map(({ exchange }) => exchange.n),
    });
  for (const answer of found) {
    const { outcome, n } = answer.exchange;
    if (outcome.kind === 'answer' && outcome.status === 200 && mediaTypeIn(outcome.headers['content-type']) === 'application/json')
      continue;
    throw new Violation(`${expected} at ${answer.url}`, told(answer), { exchanges: [n] });
  }
}

/** RFC 8414 §3.3: the issuer is, character for character, the one that the address was built from; an https URL without query and fragment. */
export function namesIssuer(asked: string): DocumentOracle {
  return faultless(`issuer: ${JSON.stringify(asked)}, an https URL (http on loopback) without query and fragment`, (document) =>
    metadataFaults(document, asked).filter(({ member }) => member === 'issuer'),
  );
}

/** RFC 8414 §2: the endpoints of the grants that there are, and the response types with `code` among them. */
export const namesEndpoints: DocumentOracle = faultless(
  'authorization_endpoint and token_endpoint as https URLs without fragment, and response_types_supported with "code"',
  (document) => [
    ...metadataFaults(document).filter(({ member }) => ['authorization_endpoint', 'token_endpoint'].includes(member)),
    ...responseTypeFaults(document['response_types_supported']),
  ],
);

/** RFC 8414 §2: the challenge methods by their registered names. Left out, they say that PKCE is not supported. */
export const advertisesS256: DocumentOracle = faultless(
  'code_challenge_methods_supported: an array of S256 or plain that holds S256',
  (document) => {
    const member = 'code_challenge_methods_supported';
    const value = document[member];
    if (value === undefined) return [{ member, fault: 'is missing' }];
    if (!Array.isArray(value)) return [{ member, fault: `is ${JSON.stringify(value)}, no array` }];
    const strange = (value as readonly JsonValue[]).filter((name) => name !== 'S256' && name !== 'plain');
    if (strange.length > 0) return [{ member, fault: `holds ${strange.map((name) => JSON.stringify(name)).join(', ')}` }];
    return value.includes('S256') ? [] : [{ member, fault: 'does not hold S256' }];
  },
);

/** RFC 9700 §2.1.1: plain gives the verifier to whoever reads the request. */
export const advertisesNoPlain: DocumentOracle = faultless('code_challenge_methods_supported without plain', (document) => {
  const member = 'code_challenge_methods_supported';
  const value = document[member];
  return Array.isArray(value) && value.includes('plain') ? [{ member, fault: 'holds plain' }] : [];
});

/** RFC 8414 §3.2: several values are an array, and none are no member at all. */
export const writesLists: DocumentOracle = faultless('arrays of strings where there are several values, and no empty array', (document) =>
  Object.entries(document).flatMap(([member, value]) => {
    if (Array.isArray(value) && value.length === 0) return [{ member, fault: 'is empty' }];
    if (lists.includes(member) && !isListOfStrings(value)) return [{ member, fault: `is ${JSON.stringify(value)}, no array of strings` }];
    return [];
  }),
);

/** OpenID Connect Discovery §3: what a provider says, with RS256 among the algorithms. */
export const describesProvider: DocumentOracle = faultless(
  'issuer, authorization_endpoint, jwks_uri, response_types_supported, subject_types_supported and id_token_signing_alg_values_supported with RS256',
  (document) => {
    const missing = ['issuer', 'authorization_endpoint', 'jwks_uri'].flatMap((member) => textFault(member, document[member]));
    const arrays = ['response_types_supported', 'subject_types_supported', 'id_token_signing_alg_values_supported'].flatMap((member) =>
      isListOfStrings(document[member])
        ? []
        : [{ member, fault: document[member] === undefined ? 'is missing' : 'is no array of strings' }],
    );
    const algorithms = document['id_token_signing_alg_values_supported'];
    const rs256 =
      isListOfStrings(algorithms) && !algorithms.includes('RS256')
        ? [{ member: 'id_token_signing_alg_values_supported', fault: 'does not hold RS256' }]
        : [];
    return [...missing, ...arrays, ...rs256];
  },
);

/** The endpoints and the key set that both documents name, by different URLs. */
export function differentEndpoints(one: JsonObject, other: JsonObject): readonly string[] {
  const named = Object.keys(one).filter((member) => member.endsWith('_endpoint') || member === 'jwks_uri');
  return named.filter((member) => Object.hasOwn(other, member) && JSON.stringify(one[member]) !== JSON.stringify(other[member]));
}

/** RFC 9207 §3: the flag is true, the boolean, where `iss` is sent, and not true where it is not. */
export function advertisesIss(sent: boolean): DocumentOracle {
  const member = 'authorization_response_iss_parameter_supported';
  return faultless(sent ? `${member}: true, as iss is sent` : `${member} false or left out, as no iss is sent`, (document) => {
    const value = document[member];
    if (sent ? value === true : value === undefined || value === false) return [];
    return [{ member, fault: value === undefined ? 'is missing' : `is ${JSON.stringify(value)}` }];
  });
}

const lists = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
  'claims_supported',
  'acr_values_supported',
];

function faultless(expected: string, faultsOf: (document: JsonObject) => readonly MetadataFault[]): DocumentOracle {
  return ({ n, url, document }) => {
    const faults = faultsOf(document);
    if (faults.length === 0) return;
    throw new Violation(expected, `${faults.map(({ member, fault }) => `${member} ${fault}`).join(', ')} (at ${url})`, { exchanges: [n] });
  };
}

function responseTypeFaults(value: JsonValue | undefined): readonly MetadataFault[] {
  const member = 'response_types_supported';
  if (value === undefined) return [{ member, fault: 'is missing' }];
  return Array.isArray(value) && !value.includes('code') ? [{ member, fault: 'does not hold code' }] : [];
}

function textFault(member: string, value: JsonValue | undefined): readonly MetadataFault[] {
  if (typeof value === 'string' && URL.canParse(value)) return [];
  return [{ member, fault: value === undefined ? 'is missing' : 'is no URL' }];
}

function isListOfStrings(value: JsonValue | undefined): value is readonly string[] {
  return value === undefined ? false : Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function told({ url, exchange: { outcome } }: WellKnown): string {
  if (outcome.kind === 'failure') return `${url}: ${outcome.message}`;
  const mediaType = mediaTypeIn(outcome.headers['content-type']);
  return `${url}: status ${outcome.status}, ${mediaType === '' ? 'no Content-Type' : mediaType}`;
}

function mediaTypeIn(header: string | readonly string[] | undefined): string {
  return [header ?? ''].flat()[0]?.split(';')[0]?.trim().toLowerCase() ?? '';
}
