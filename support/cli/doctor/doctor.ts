import { wrap, printable } from '../../../reports/terminal.js';
import { counted } from '../../../reports/words.js';
import { suite } from '../../package-root.js';
import type { TargetDraft } from '../../target/draft.js';
import type { Places } from '../../target/places.js';
import { namedTarget } from '../named-target.js';
import { knownProfiles } from '../selection.js';
import { wayToServer } from '../way-to-server.js';
import { Obstructed, type Obstacle } from './obstacle.js';
import { walk } from './walk.js';

export interface DoctorOptions {
  readonly target: string;
  readonly profile?: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  /** Requests a second. */
  readonly rate?: number;
}

/** What a walk waits for where the server limits its clients: it makes some thirty requests. Milliseconds. */
const longestWaitMs = 5_000;

/**
 * One walk through target file, discovery, TLS, registration, login, control, PKCE, clock and capabilities. At the first obstacle it says what it
 * did, what came back and which line to mend. Exit code 0 if all is well, 3 if the server's answer shows what is wrong; what the
 * file alone shows is thrown as a UsageError, which is 2.
 */
export async function doctor(options: DoctorOptions, print = (text: string): unknown => process.stdout.write(text)): Promise<number> {
  const { draft, places } = await namedTarget(options.target, knownProfiles(options.profile ?? []));
  const say = (line: string): unknown => print(`${line}\n`);
  say(`${suite.name} doctor   ${printable(options.target, 200)}\n`);
  const told = (step: string, text: string): void => block(`✔ ${step}`, text).forEach(say);
  told('target file', fileTold(draft));
  const way = await wayToServer(draft, places, {
    ...options,
    patience: {
      longestWaitMs,
      told: ({ host, ms }) => told('rate limit', `${host} asks to wait ${Math.ceil(ms / 1000)} s, which is done`),
    },
  });
  try {
    await walk({ argument: options.target, draft, places, way }, told);
  } catch (error) {
    if (!(error instanceof Obstructed)) throw error;
    obstacleTold(error.obstacle, places).forEach(say);
    return 3;
  }
  say(`\nAll is well. Now: ${suite.name} certify --target ${printable(options.target, 200)}`);
  return 0;
}

function fileTold({ profiles, clients, registration, ca_file }: TargetDraft): string {
  const kinds = (['public', 'confidential'] as const).map((type) =>
    counted(clients.filter((client) => client.type === type).length, `${type} client`),
  );
  return [
    `profile ${profiles.join(', ')}`,
    registration === undefined ? kinds.join(', ') : 'clients by registration',
    ...(ca_file === undefined ? [] : ['certificates of its own']),
  ].join('; ');
}

const labelWidth = 17;
const width = 110;

function obstacleTold({ did, back, cause, keys, mend }: Obstacle, places: Places): readonly string[] {
  const lines = keys.map((key) => places.line(key));
  return [
    ...block('✘ did', did),
    ...block('  came back', back),
    ...block('  cause', cause),
    ...block('  mend', lines[0] ?? ''),
    ...lines.slice(1).flatMap((line) => block('  or', line)),
    ...block('', mend),
  ];
}

function block(label: string, text: string): readonly string[] {
  return wrap(printable(text, 2_000), width - labelWidth).map((line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)}${line}`);
}
