import { access, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { printable } from '../../../reports/terminal.js';
import { discover, type Discovery } from '../../discovery/discover.js';
import { registrationEndpointIn } from '../../discovery/endpoints.js';
import { packageRoot, suite } from '../../package-root.js';
import { isPlainHttpAbroad, urlFor, urlRules } from '../../target/urls.js';
import { axiosTransport } from '../../wire/axios-transport.js';
import { discoveryTold } from '../discovery-told.js';
import { UsageError } from '../usage-error.js';
import { defaultsOnly, questionsTo, type Questions } from './questions.js';
import { exampleRedirectUris, targetFileText, type BegunClient, type Beginning } from './target-file-text.js';

export interface InitOptions {
  readonly output: string;
  readonly yes: boolean;
  /** Seconds. */
  readonly timeout: number;
}

/** Writes a target file from what the server tells of itself and what the user answers. Asks nothing under `--yes` or without a terminal. */
export async function init(url: string | undefined, options: InitOptions, questions = questionsFor(options)): Promise<number> {
  try {
    const issuer = knownIssuer(url ?? (await questions.ask('The URL of the authorization server (its issuer):', '')));
    await refuseOverwriting(options, questions);
    const insecureHttp = isPlainHttpAbroad(new URL(issuer));
    const discovery = await looked(issuer, insecureHttp, options);
    const beginning = await answered({ issuer, insecureHttp, schema: schemaFrom(options.output) }, discovery, questions);
    await written(options.output, targetFileText(beginning));
    process.stderr.write(`${options.output} is written. Next: ${suite.name} doctor --target ${options.output}\n`);
    return 0;
  } finally {
    questions.close();
  }
}

function questionsFor({ yes }: InitOptions): Questions {
  return yes || !process.stdin.isTTY ? defaultsOnly : questionsTo(process.stdin, process.stderr);
}

function knownIssuer(given: string): string {
  if (given === '') throw new UsageError('init needs the URL of the server: pkce-conformance init https://as.example.com');
  const issuer = given.replace(/\/\.well-known\/(?:oauth-authorization-server|openid-configuration)\/?$/, '');
  if (urlFor('issuer', issuer) === undefined)
    throw new UsageError(`init ${printable(given, 200)}: ${urlRules.issuer.expected}.\n${urlRules.issuer.mend(issuer)}`);
  return issuer;
}

async function refuseOverwriting({ output }: InitOptions, questions: Questions): Promise<void> {
  const exists = await access(output).then(
    () => true,
    () => false,
  );
  if (!exists || (await questions.confirm(`${output} exists. Write over it?`, false))) return;
  throw new UsageError(`${output} exists and is left as it is. Name another with --output FILE, or take it away.`);
}

async function written(output: string, text: string): Promise<void> {
  try {
    await writeFile(output, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    throw new UsageError(`--output ${output}: it cannot be written (${why}). Name a file in a folder that is there and yours.`);
  }
}

async function looked(issuer: string, insecure_http: boolean, { timeout }: InitOptions): Promise<Discovery> {
  const transport = axiosTransport({ userAgent: `${suite.name}/${suite.version}` });
  const discovery = await discover(issuer, (request) => transport(request, { timeoutMs: timeout * 1000 }), { insecure_http });
  const found = discovery.document === undefined ? discoveryTold(discovery) : `metadata was found at ${discovery.url ?? ''}.`;
  process.stderr.write(`${printable(found, 1_000)}\n`);
  if (discovery.mismatch?.said !== undefined)
    process.stderr.write(
      `It is that of ${printable(JSON.stringify(discovery.mismatch.said), 300)} and not of ${issuer}: doctor tells more.\n`,
    );
  return discovery;
}

type Known = Pick<Beginning, 'issuer' | 'insecureHttp' | 'schema'>;

async function answered(known: Known, discovery: Discovery, questions: Questions): Promise<Beginning> {
  const offersRegistration =
    discovery.document !== undefined &&
    registrationEndpointIn(discovery.document, { insecure_http: known.insecureHttp, asked: known.issuer }) !== undefined;
  const registers = offersRegistration && (await questions.confirm('Let clients register by themselves (RFC 7591)?', true));
  const token = registers ? await questions.ask('Environment variable with an initial access token, if one is needed:', '') : '';
  const clients = registers ? [] : await clientsFrom(questions);
  const username = await questions.ask('User name of a test account (empty: the server approves by itself):', '');
  const password = username === '' ? '' : await questions.ask('Environment variable with its password:', 'PASSWORD');
  const likely = discovery.metadata?.scopes_supported?.includes('openid') === true ? 'openid' : '';
  const scope = await questions.ask('Scope to ask for:', likely);
  return {
    ...known,
    discovery,
    registers,
    clients,
    ...(token === '' ? {} : { initialAccessToken: variable(token) }),
    ...(username === '' ? {} : { login: { username, password: variable(password) } }),
    ...(scope === '' ? {} : { scope }),
  };
}

async function clientsFrom(questions: Questions): Promise<readonly BegunClient[]> {
  const first = await questions.ask('client_id of a public client:', 'public-client');
  const uris = await questions.ask('Its redirect URIs, as registered:', exampleRedirectUris.join(' '));
  const redirectUris = uris.split(/[\s,]+/).filter((uri) => urlFor('redirect URI', uri) !== undefined);
  const second = await questions.ask('client_id of a second public client (empty: none):', '');
  const third = await questions.ask('client_id of a confidential client (empty: none):', '');
  const secret = third === '' ? '' : await questions.ask('Environment variable with its secret:', 'CLIENT_SECRET');
  const registered = redirectUris.length === 0 ? exampleRedirectUris : redirectUris;
  return [
    { clientId: first, redirectUris: registered },
    ...(second === '' ? [] : [{ clientId: second, redirectUris: registered.slice(0, 1) }]),
    ...(third === '' ? [] : [{ clientId: third, redirectUris: registered.slice(0, 1), secret: variable(secret) }]),
  ];
}

/** `$NAME` and `${NAME}` are what people type. */
function variable(name: string): string {
  const bare = name.replace(/^\$\{?|\}$/g, '');
  if (/^[A-Za-z_]\w*$/.test(bare)) return bare;
  throw new UsageError(
    `${printable(JSON.stringify(name), 60)} is no name of an environment variable, such as CLIENT_SECRET. A secret has no place in the file.`,
  );
}

function schemaFrom(output: string): string {
  const schema = join(packageRoot, 'support', 'target', 'target.schema.json');
  const path = relative(dirname(resolve(output)), schema).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
