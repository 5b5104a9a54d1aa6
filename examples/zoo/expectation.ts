import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { targets, type Certified } from './certified.js';
import type { CertifiedRule } from './certificate.js';

/** The verdicts that are worth a word: of each rule, why it is the server's and not ours. */
const remarkable = ['violated', 'advisory', 'noted', 'inconclusive', 'error'] as const;
type Remarkable = (typeof remarkable)[number];

/** What is to come of a server: every rule of its profiles that is named nowhere here is upheld. */
export interface Expectation extends Readonly<Record<Remarkable, Readonly<Record<string, string>>>> {
  readonly exit: number;
  /** Rule prefixes that are run; absent: all rules. */
  readonly prefixes?: readonly string[];
  /** Rules by the code of the reason why they do not apply. */
  readonly notApplicable: Readonly<Record<string, readonly string[]>>;
}

/** What is written down of a server so far; undefined where nothing is. */
export function writtenDown(name: string): Expectation | undefined {
  return existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Expectation) : undefined;
}

/** What is to come of a server. Throws where nothing is written down, and where a verdict has no word of why. */
export function expectationOf(name: string): Expectation {
  const expectation = writtenDown(name);
  if (expectation === undefined) throw new Error(`${fileOf(name)} is missing: npm run zoo -- ${name} --update writes it`);
  for (const verdict of remarkable) {
    for (const [id, why] of Object.entries(expectation[verdict])) {
      if (why.trim() === '') throw new Error(`${fileOf(name)}: ${id} is ${verdict}, and nothing says why`);
    }
  }
  return expectation;
}

/** One line for each rule that was judged otherwise than expected; with the rules that wait, those count as expected to be upheld. */
export function differences(expected: Expectation, { exit, certificate: { rules } }: Certified, slow = false): readonly string[] {
  const wanted = new Map([
    ...remarkable.flatMap((verdict) => Object.keys(expected[verdict]).map((id): [string, string] => [id, verdict])),
    ...Object.entries(expected.notApplicable).flatMap(([code, ids]) =>
      slow && code === 'no-slow' ? [] : ids.map((id): [string, string] => [id, `not-applicable (${code})`]),
    ),
  ]);
  const judged = new Set(rules.map(({ id }) => id));
  return [
    ...(exit === expected.exit ? [] : [`exit code ${exit}, expected ${expected.exit}`]),
    ...rules.flatMap((rule) => {
      const expectedVerdict = wanted.get(rule.id) ?? 'upheld';
      const received = verdictOf(rule);
      return received === expectedVerdict ? [] : [`${rule.id} is ${received}, expected ${expectedVerdict}${told(rule)}`];
    }),
    ...[...wanted].flatMap(([id, verdict]) => (judged.has(id) ? [] : [`${id} was not judged, expected ${verdict}`])),
  ];
}

/** Writes down what was received; a verdict that is new waits for its word, without which the file is not accepted. */
export function writeDown(name: string, { exit, certificate: { rules } }: Certified, before: Partial<Expectation> = {}): void {
  const words = Object.assign({}, ...remarkable.map((verdict) => before[verdict] ?? {})) as Record<string, string>;
  const of = (verdict: string): CertifiedRule[] => rules.filter((rule) => rule.verdict === verdict);
  const expectation: Expectation = {
    exit: exit ?? 70,
    ...(before.prefixes === undefined ? {} : { prefixes: before.prefixes }),
    ...(Object.fromEntries(
      remarkable.map((verdict) => [verdict, Object.fromEntries(of(verdict).map(({ id }) => [id, words[id] ?? '']))]),
    ) as Record<Remarkable, Record<string, string>>),
    notApplicable: Object.fromEntries(
      [...Map.groupBy(of('not-applicable'), ({ reason }) => reason?.code ?? 'none')].map(([code, group]) => [
        code,
        group.map(({ id }) => id),
      ]),
    ),
  };
  writeFileSync(fileOf(name), `${JSON.stringify(expectation, undefined, 2)}\n`);
}

function fileOf(name: string): string {
  return join(targets, name, 'expected.json');
}

function verdictOf({ verdict, reason }: CertifiedRule): string {
  return verdict === 'not-applicable' ? `${verdict} (${reason?.code ?? 'none'})` : verdict;
}

/** The first scenario that came out so, for whoever looks into it. */
function told({ verdict, scenarios }: CertifiedRule): string {
  const scenario = scenarios.find((one) => one.verdict === verdict);
  if (verdict === 'upheld' || scenario === undefined) return '';
  const words = [
    scenario.expected && `expected ${scenario.expected}`,
    scenario.received && `received ${scenario.received}`,
    scenario.reason,
  ];
  return `: ${[scenario.name, ...words].filter(Boolean).join('; ')}`;
}
