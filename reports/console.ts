import type { Run } from '../support/run/run.js';
import { conclude } from './conclusion.js';
import { failureBlocks } from './console-failures.js';
import { opening } from './console-opening.js';
import { gateLines } from './gate.js';
import { ruleList } from './console-rules.js';
import { painter, type Paint, type Tint } from './paint.js';
import { standings } from './standing.js';
import { duration, counted } from './words.js';
import { columns, fit, justify, printable, wrap } from './terminal.js';

export interface ConsoleOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the full report lies, as the reader may open it. */
  readonly reportPath?: string;
}

/** A run as a person reads it on a terminal. Ends in a line feed; nothing that a server sent can act on the terminal. */
export function renderConsole(run: Run, options: ConsoleOptions): string {
  const width = Math.max(40, Math.floor(options.width));
  const paint = painter(options.colour);
  const ruler = paint('dim', '─'.repeat(width));
  const lines = [
    ...opening(run, width, paint),
    ...head(run, width, paint),
    ...ruleList(run, width, paint),
    ruler,
    ...tally(run, width, paint),
    ...closing(run, width, paint, options.reportPath),
    ...gate(run, width, paint),
    ...failureBlocks(run, width, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function head(run: Run, width: number, paint: Paint): readonly string[] {
  const { suite, target } = run;
  const results = run.rules.length;
  const { run: ran, summary } = conclude(run);
  const who = target.role === 'client' ? 'clients' : 'authorization servers';
  const used = Object.values(standings).filter((_, index) => run.rules.some(({ verdict }) => verdict === Object.keys(standings)[index]));
  const counts = `${results} for ${who}: ${ran} run, ${summary.notApplicable} not applicable`;
  return [
    `${paint('bold', `${suite.name} ${suite.version}`)}   seed ${run.seed}`,
    ...labelled('Target', targetParts(run), width),
    ...labelled('Rules', [...wrap(counts, width - 9), ...(run.complete ? [] : ['a part of the catalogue'])], width),
    ...labelled(
      'Marks',
      used.map(({ mark, word }) => `${mark} ${word}`),
      width,
    ),
    '',
  ];
}

function labelled(label: string, parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 2 + columns(part) <= width - 9) lines[lines.length - 1] = `${last}  ${part}`;
    else lines.push(fit(part.trimStart(), width - 9));
  }
  return lines.map((line, index) => (index === 0 ? label.padEnd(9) : ' '.repeat(9)) + line);
}

function targetParts({ target, capabilities }: Run): readonly string[] {
  const kinds = (['public', 'confidential'] as const).flatMap((type) => {
    const n = target.clients.filter((client) => client.type === type).length;
    return n === 0 ? [] : [n === 1 ? type : `${n} ${type}`];
  });
  const lifetime = capabilities.find(({ name, value }) => name === 'code_lifetime' && typeof value === 'string')?.value;
  return [
    printable(target.name, 200),
    ...(target.issuer === undefined ? [] : [printable(target.issuer, 400)]),
    ...(kinds.length === 0
      ? []
      : [` ${kinds.join(' + ')} client${target.clients.length === 1 || kinds.length === target.clients.length ? '' : 's'}`]),
    ...(lifetime === undefined ? [] : [` codes live ${printable(String(lifetime), 40)}`]),
  ];
}

function tally(run: Run, width: number, paint: Paint): readonly string[] {
  const { summary, scenarios } = conclude(run);
  const listed = tallied.flatMap(({ standing, noun, plural, most }) => {
    const ids = run.rules.filter(({ verdict }) => verdict === standing).map(({ rule }) => printable(rule.id, 200));
    const more = ids.length > most ? [`and ${ids.length - most} more`] : [];
    return ids.length === 0 ? [] : [{ standing, label: counted(ids.length, noun, plural), ids: [...ids.slice(0, most), ...more] }];
  });
  const column = Math.max(15, ...listed.map(({ label }) => label.length + 2));
  const waited = run.waitedMs >= 1_000 ? ` (${duration(run.waitedMs)} of it waiting for codes and tokens to expire)` : '';
  const rest = [
    ...(summary.inconclusive === 0 ? ['0 inconclusive'] : []),
    `${counted(summary.upheld, 'rule')} upheld`,
    ...(summary.noted === 0 ? [] : [`${summary.noted} noted`]),
    `${counted(scenarios, 'scenario')} in ${duration(run.durationMs)}${waited}`,
  ].join(' · ');
  return [
    ...listed.flatMap(({ standing, label, ids }) =>
      ids.map((id, index) => {
        const lead = index === 0 ? paint(standings[standing].tint, label) + ' '.repeat(column - label.length) : ' '.repeat(column);
        return lead + fit(id, width - column);
      }),
    ),
    ...wrap(rest, width),
  ];
}

/** What the tally lists by name, and how many names at most: a breach is never left out. */
const tallied = [
  { standing: 'violated', noun: 'violation', plural: 'violations', most: Infinity },
  { standing: 'error', noun: 'error', plural: 'errors', most: Infinity },
  { standing: 'inconclusive', noun: 'inconclusive', plural: 'inconclusive', most: 6 },
  { standing: 'advisory', noun: 'advisory', plural: 'advisories', most: 12 },
  { standing: 'waived', noun: 'waived', plural: 'waived', most: 12 },
] as const;

function closing(run: Run, width: number, paint: Paint, reportPath: string | undefined): readonly string[] {
  const { headline, ground, outcome } = conclude(run);
  const profiles =
    run.profiles.length < 2
      ? []
      : [run.profiles.map(({ name, conformant }) => `${printable(name, 60)} ${conformant ? 'conformant' : 'not conformant'}`).join(' · ')];
  const tint = closingTints[outcome];
  const indent = columns(headline) + 3;
  const [first = '', ...rest] = wrap(printable(ground), width - indent);
  const lines = [`${headline}   ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
  const path = reportPath === undefined ? '' : printable(reportPath);
  const fits = lines.length === 1 && columns(lines[0] ?? '') + 2 + columns(path) <= width;
  const [head = '', ...tail] = fits ? [justify(lines[0] ?? '', path, width)] : [...lines, ...(path === '' ? [] : [path])];
  return [...profiles, paint('bold', paint(tint, headline)) + head.slice(headline.length), ...tail];
}

/** What the baseline made of the run. */
function gate(run: Run, width: number, paint: Paint): readonly string[] {
  if (run.gate === undefined) return [];
  const tint = run.gate.findings.length === 0 ? 'green' : 'red';
  return gateLines(run.gate).flatMap((line) =>
    wrap(line, width - 9).map((part, index) => (index === 0 ? `${paint(tint, 'Gate')}     ` : ' '.repeat(9)) + part),
  );
}

const closingTints: Readonly<Record<ReturnType<typeof conclude>['outcome'], Tint>> = {
  conformant: 'green',
  upheld: 'green',
  'not-conformant': 'red',
  'gate-closed': 'red',
  'not-judged': 'magenta',
  'suite-error': 'red',
};
