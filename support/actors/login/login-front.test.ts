import { randomBytes } from 'node:crypto';
import { embeddedTargets, mockAuthorizationServer, type MockAuthorizationServer } from '../../../mocks/index.js';
import { listenWith } from '../../../mocks/listen.js';
import type { HttpRequest, HttpResponse } from '../../protocol/http.js';
import { judgeServer } from '../../run/judge-server.js';
import type { Run } from '../../run/run.js';
import { policyFor } from '../../target/policy.js';
import type { Login, Target } from '../../target/target.js';
import { axiosTransport } from '../../wire/axios-transport.js';
import type { Exchange } from '../../wire/exchange.js';
import { Recorder } from '../../wire/recorder.js';
import { directTransport } from '../../wire/transport.js';
import { createWire } from '../../wire/wire.js';
import { Session } from '../session.js';
import { driverFor } from './driver-for.js';
import type { Terminal } from './manual-driver.js';

/** Login pages of the tests' own in front of the mock, which decides everything else. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Path and query. */
  readonly path: string;
  readonly form: URLSearchParams;
  readonly body: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly headers: HttpRequest['headers'];
}

export interface Visitor {
  user?: string;
  readonly csrf: string;
  /** Codes given out since the login. */
  uses: number;
}

/** Undefined lets the mock answer. */
export type Pages = (asked: Asked, front: Front) => HttpResponse | undefined;

export const credentials = { username: 'alice', password: 'a password of 30 % and +more' };

export class Front {
  readonly visitors = new Map<string, Visitor>();
  readonly asked: string[] = [];
  logins = 0;
  attempts = 0;
  #mock: MockAuthorizationServer | undefined;
  readonly #pages: Pages;
  readonly #reply: (answer: HttpResponse, asked: Asked) => HttpResponse;

  /** `reply` changes what the mock says at the authorization endpoint. */
  constructor(pages: Pages, reply: (answer: HttpResponse, asked: Asked) => HttpResponse = (answer) => answer) {
    this.#pages = pages;
    this.#reply = reply;
  }

  open(issuer: string, mutants: readonly string[]): void {
    this.#mock = mockAuthorizationServer({ issuer, profiles: ['rfc7636'], mutants });
  }

  readonly respond = async (request: HttpRequest): Promise<HttpResponse> => {
    const asked = readAsked(request);
    if (!isAuthorization(asked) && /\/(?:token|resource|par)$|^\/\.well-known\//.test(asked.url.pathname)) return this.#answer(request);
    this.asked.push(`${asked.method} ${asked.url.pathname}`);
    const page = this.#pages(asked, this);
    return page ?? this.#reply(await this.#answer({ ...request, url: withoutPrompt(asked) }), asked);
  };

  /** The visitor whose cookie came along. */
  visitor({ cookies }: Asked): Visitor | undefined {
    return this.visitors.get(cookies.get('sid') ?? '');
  }

  /** A visitor who is not known yet, and the cookie that makes him known. */
  welcome(attributes = 'Path=/; HttpOnly'): { visitor: Visitor; cookie: string } {
    const sid = token();
    const visitor = { csrf: token(), uses: 0 };
    this.visitors.set(sid, visitor);
    return { visitor, cookie: `sid=${sid}; ${attributes}` };
  }

  /** Whether name and password are right; tells how often somebody tried. */
  readonly accepts = (form: URLSearchParams): boolean => {
    this.attempts += 1;
    const right = form.get('username') === credentials.username && form.get('password') === credentials.password;
    if (right) this.logins += 1;
    return right;
  };

  async #answer(request: HttpRequest): Promise<HttpResponse> {
    if (this.#mock === undefined) throw new Error('the front is not open');
    return this.#mock.respond(request);
  }
}

/** The front asks for consent, and the mock need not once more. */
function withoutPrompt({ url }: Asked): string {
  const bare = new URL(url);
  bare.searchParams.delete('prompt');
  return bare.href;
}

export const isAuthorization = ({ url }: Asked): boolean => url.pathname.endsWith('/authorize');

export const html = (body: string, { status = 200, cookie }: { status?: number; cookie?: string } = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...(cookie === undefined ? {} : { 'set-cookie': [cookie] }) },
  body: `<!doctype html><title>Acme</title>${body}`,
});

export const to = (location: string, { status = 302, cookie }: { status?: number; cookie?: string } = {}): HttpResponse => ({
  status,
  headers: { location, ...(cookie === undefined ? {} : { 'set-cookie': [cookie, 'theme=dark'] }) },
  body: '',
});

export function token(): string {
  return randomBytes(12).toString('hex');
}

function readAsked({ method, url: text, headers, body }: HttpRequest): Asked {
  const url = new URL(text);
  const pairs = [headers['cookie'] ?? []].flat().flatMap((line) => line.split('; ').map((pair) => pair.split('=', 2)));
  return {
    method,
    url,
    path: url.pathname + url.search,
    form: new URLSearchParams(Buffer.from(body).toString()),
    body: Buffer.from(body).toString(),
    cookies: new Map(pairs.map(([name = '', value = '']) => [name, value])),
    headers,
  };
}

export interface Judging {
  readonly rules: readonly string[];
  readonly login?: Partial<Login>;
  readonly mutants?: readonly string[];
  /** The address at which the front is to be found; reached without a socket. */
  readonly issuer?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly terminal?: Terminal;
}

export interface Judged {
  readonly run: Run;
  /** By rule id. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** Everything that is said of scenarios and the run. */
  readonly said: string;
  readonly exchanges: readonly Exchange[];
}

/** Judges the mock behind the front by a few rules. */
export async function judged(
  front: Front,
  { rules, login = {}, mutants = [], issuer, environment = process.env, terminal }: Judging,
): Promise<Judged> {
  const listener = issuer === undefined ? await listenWith(front.respond) : undefined;
  const origin = listener?.url ?? issuer ?? '';
  front.open(origin, mutants);
  const target = targetAt(origin, { driver: 'form', ...credentials, ...login });
  const origins = [target.issuer ?? '', target.endpoints.authorization ?? '', ...(login.origins ?? [])].map((url) => new URL(url).origin);
  const driver = await driverFor(target.login, {
    origins: () => origins,
    environment,
    terminal: () => terminal ?? { ask: async () => undefined },
  });
  const recorder = new Recorder();
  const clock = { now: () => Date.now() };
  const transport = listener === undefined ? directTransport(front.respond) : axiosTransport({ userAgent: 'pkce-conformance/test' });
  const wire = createWire({ transport, clock, recorder, timeoutMs: 10_000 });
  const stage = {
    profile: 'rfc7636',
    target,
    tokenEndpoint: target.endpoints.token ?? '',
    clock,
    capabilities: [],
    openWire: () => wire.forScenario(),
    session: new Session({ driver }),
  };
  try {
    const run = await judgeServer({
      stages: [stage],
      prefixes: rules,
      seed: 1,
      runs: 1,
      strict: false,
      slow: false,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
    const verdicts = Object.fromEntries(
      run.rules.filter(({ reason }) => reason?.code === undefined).map(({ rule, verdict }) => [rule.id, verdict]),
    );
    const said = JSON.stringify([run.obstacle, run.rules.map(({ reason, scenarios }) => [reason, scenarios])]);
    return { run, verdicts, said, exchanges: recorder.exchanges };
  } finally {
    await driver.close?.();
    await listener?.close();
  }
}

function targetAt(origin: string, login: Login): Target {
  const { clients, policy, profiles: _, ...rest } = embeddedTargets(origin).rfc7636;
  const [first] = clients;
  return {
    ...rest,
    profiles: ['rfc7636'],
    clients: [
      {
        client_id: first?.client_id ?? '',
        token_endpoint_auth_method: 'none',
        method_declared: true,
        type: 'public',
        redirect_uris: first?.redirect_uris ?? [],
        application_type: 'web',
      },
    ],
    login,
    authorization_parameters: {},
    policy: policyFor('rfc7636', policy),
    insecure_http: false,
    browser_client: false,
  };
}
