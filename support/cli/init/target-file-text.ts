import { stringify } from 'yaml';
import type { Discovery } from '../../discovery/discover.js';

/** What a target file is begun with. */
export interface Beginning {
  readonly issuer: string;
  /** What the server tells of itself; absent where it could not be asked. */
  readonly discovery?: Discovery;
  /** Clients register by themselves (RFC 7591). */
  readonly registers: boolean;
  /** The environment variable that holds the initial access token. */
  readonly initialAccessToken?: string;
  readonly clients: readonly BegunClient[];
  readonly login?: { readonly username: string; /** The environment variable that holds it. */ readonly password: string };
  readonly scope?: string;
  readonly insecureHttp: boolean;
  /** Where the JSON Schema is, as seen from the file. */
  readonly schema: string;
}

export interface BegunClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** The environment variable that holds its secret. */
  readonly secret?: string;
}

export const exampleRedirectUris = ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'];

/** A commented target file, YAML. Everything that came from elsewhere is quoted as YAML needs it. */
export function targetFileText(beginning: Beginning): string {
  const { issuer, schema, insecureHttp } = beginning;
  return [
    `# yaml-language-server: $schema=${encodeURI(schema)}`,
    '# A target file of pkce-conformance. Every key: docs/targets.md. ${NAME} is read from the environment.',
    `name: ${text(URL.canParse(issuer) ? new URL(issuer).host : issuer)}`,
    `issuer: ${text(issuer)}`,
    ...(insecureHttp ? ['# Secrets and codes cross the network in the clear: for a test server only.', 'insecure_http: true'] : []),
    ...endpoints(beginning),
    '',
    '# rfc7636, rfc9700, oauth-2.1, oidc, challenge-code-token, pkce-access-token. Default: rfc9700, and oidc if openid is in scope.',
    '# profiles: [rfc9700]',
    '',
    ...clients(beginning),
    '',
    ...scope(beginning),
    '',
    ...login(beginning),
    '',
    '# How long codes, access tokens and unused refresh tokens live, in seconds: without it expiry is not judged.',
    '# lifetimes: { code: 60, access_token: 3600, refresh_token: 86400 }',
    '',
    ...capabilities(beginning),
    '',
    '# Where the documents leave a choice, what this server chose; the defaults are in docs/targets.md.',
    '# policy: { code_after_failed_verifier: burned }',
    '# PEM certificates to trust beside the usual ones.',
    '# ca_file: ./ca.pem',
    '',
  ].join('\n');
}

function endpoints({ issuer, discovery }: Beginning): readonly string[] {
  if (discovery?.url !== undefined && discovery.endpoints.token !== undefined) {
    const found = Object.entries<string>({ ...discovery.endpoints }).map(([name, url]) => `#   ${name}: ${text(url)}`);
    return [`# Found at ${oneLine(discovery.url)}; what is written under endpoints wins.`, '# endpoints:', ...found];
  }
  const guess = issuer.replace(/\/$/, '');
  return [
    '# No metadata was found: these are guesses. Correct them.',
    'endpoints:',
    `  authorization: ${text(`${guess}/authorize`)}`,
    `  token: ${text(`${guess}/token`)}`,
    '  # Answers GET with a bearer token; without one some rules cannot be judged.',
    `  # protected_resource: ${text(`${guess}/userinfo`)}`,
  ];
}

function clients({ registers, initialAccessToken, clients: named }: Beginning): readonly string[] {
  if (registers) {
    return [
      '# The server registers clients by itself (RFC 7591); they are deleted after the run where it allows that. Or name some under clients.',
      `registration: ${initialAccessToken === undefined ? '{}' : `{ initial_access_token: ${reference(initialAccessToken)} }`}`,
    ];
  }
  return [
    '# Public clients first; a second one lets client binding be judged, a second redirect URI a mismatch. Nothing needs to listen there.',
    'clients:',
    ...named.flatMap(({ clientId, redirectUris, secret }) => [
      `  - client_id: ${text(clientId)}`,
      ...(secret === undefined
        ? []
        : [
            `    client_secret: ${reference(secret)}`,
            '    # or client_secret_post',
            '    token_endpoint_auth_method: client_secret_basic',
          ]),
      '    redirect_uris:',
      ...redirectUris.map((uri) => `      - ${text(uri)}`),
    ]),
    ...(named.some(({ secret }) => secret !== undefined)
      ? []
      : [
          '  # - client_id: confidential-client',
          '  #   client_secret: "${CLIENT_SECRET}"',
          `  #   redirect_uris: [${exampleRedirectUris[0] ?? ''}]`,
        ]),
  ];
}

function scope({ scope: asked, discovery }: Beginning): readonly string[] {
  const offered = discovery?.metadata?.scopes_supported ?? [];
  return [
    ...(offered.length === 0 ? [] : [`# The server offers: ${oneLine(offered.join(' '))}`]),
    asked === undefined ? '# scope: openid' : `scope: ${text(asked)}`,
  ];
}

function login({ login: named }: Beginning): readonly string[] {
  const ways = '# automatic (the server approves by itself), form, browser, module or manual: docs/login.md.';
  if (named === undefined)
    return [ways, 'login: { driver: automatic }', '# login: { driver: form, username: alice, password: "${PASSWORD}" }'];
  return [ways, `login: { driver: form, username: ${flow(named.username)}, password: ${reference(named.password)} }`];
}

function capabilities({ discovery }: Beginning): readonly string[] {
  const said = Object.entries(discovery?.capabilities ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    `# Declared; what is not is looked up or probed.${said.length === 0 ? '' : ` The metadata says ${said.join(', ')}.`}`,
    '# capabilities: { require_pkce: true }',
  ];
}

/** One YAML scalar on one line, quoted where it has to be; the parser is not to see a variable in it. */
function text(value: string): string {
  const literal = value.replaceAll('${', () => '$${');
  return plain.test(literal) ? stringify(literal, { lineWidth: 0 }).trimEnd() : quoted(literal);
}

/** The same within braces. */
function flow(value: string): string {
  return quoted(value.replaceAll('${', () => '$${'));
}

/** In double quotes, with nothing raw that would make the file look like no text. */
function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffd]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What the environment holds. */
function reference(name: string): string {
  return `"\${${name}}"`;
}

/** What YAML reads as it stands, or stringify quotes. */
const plain = /^[\w:/.@?&=%~+-]+( [\w:/.@-]+)*$/;

/** Fit for a comment. */
function oneLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffd]+/gu, ' ').slice(0, 500);
}
