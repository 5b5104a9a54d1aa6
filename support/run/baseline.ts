import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node, type Pair } from 'yaml';
import { nearest } from '../target/nearest.js';
import type { TargetFault } from '../target/fault.js';
import type { Level } from '../verdict/verdict.js';
import type { Run } from './run.js';

/** What a gate holds a run against: rules known to be broken, and rules known to hold. */
export interface Baseline {
  /** As the user named it. */
  readonly file: string;
  readonly waivers: readonly Waiver[];
  /** Ids of rules that were upheld. */
  readonly upheld: readonly string[];
}

/** Lets a rule be broken, for a reason and until a day. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  /** `2026-12-31`: the last day, UTC, on which it holds; for ever where it is absent. */
  readonly until?: string;
}

/**
 * Reads a baseline, YAML or JSON: `schemaVersion: 1`, `waivers: [{ rule, reason, until? }]`, `upheld: [ids]`. `known` are the ids
 * of all rules. Never throws: what is wrong is told in faults, in the order of the file.
 */
export function parseBaseline(
  text: string,
  file: string,
  known: readonly string[],
): { readonly baseline: Baseline } | { readonly faults: readonly TargetFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, schema: 'core' });
  const reader = new Reader(file, lines, new Set(known));
  const [broken] = document.errors;
  if (broken) reader.fault(broken.pos[0], '', 'is neither YAML nor JSON', 'a baseline is YAML or JSON', writeAnew);
  else reader.read(document.contents);
  return reader.faults.length > 0 ? { faults: reader.faults } : { baseline: { file, waivers: reader.waivers, upheld: reader.upheld } };
}

/**
 * The baseline that a run would pass: a waiver for each rule that is violated, or left open where that leaves the target unjudged;
 * `day` is said in its reason. What `before` said of a rule that is still broken stays.
 */
export function baselineOf(run: Run, open: (level: Level) => boolean, day: string, before?: Baseline): string {
  const waivers = run.rules
    .filter(({ verdict, rule }) => verdict === 'violated' || verdict === 'waived' || (verdict === 'inconclusive' && open(rule.level)))
    .map(({ rule, verdict, waiver }) => {
      const reason = `${verdict === 'inconclusive' ? 'inconclusive' : 'violated'} on ${day}; say here why that is accepted`;
      return { rule: rule.id, ...(waiver ?? before?.waivers.find((one) => one.rule === rule.id) ?? { reason }) };
    });
  const upheld = run.rules.filter(({ verdict }) => verdict === 'upheld').map(({ rule }) => rule.id);
  return stringify({ schemaVersion: 1, waivers, upheld: upheld.sort() }, { lineWidth: 0 });
}

const writeAnew = 'pkce-conformance certify --write-baseline FILE writes one.';

class Reader {
  readonly faults: TargetFault[] = [];
  readonly waivers: Waiver[] = [];
  readonly upheld: string[] = [];
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #known: ReadonlySet<string>;
  readonly #seen = new Map<string, string>();

  constructor(file: string, lines: LineCounter, known: ReadonlySet<string>) {
    this.#file = file;
    this.#lines = lines;
    this.#known = known;
  }

  fault(at: number, key: string, found: string, expected: string, mend: string): void {
    const { line, col } = this.#lines.linePos(at);
    this.faults.push({ file: this.#file, line: Math.max(1, line), column: Math.max(1, col), key, found, expected, mend });
  }

  read(root: Node | null): void {
    const members = this.#members(root, '', ['schemaVersion', 'waivers', 'upheld'], ['schemaVersion']);
    const version = members.get('schemaVersion');
    if (version && !(isScalar(version) && version.value === 1)) {
      this.fault(start(version), 'schemaVersion', 'not 1', 'this version reads baselines of schema version 1', writeAnew);
    }
    this.#each(members.get('waivers'), 'waivers', (item, key) => this.#waiver(item, key));
    this.#each(members.get('upheld'), 'upheld', (item, key) => {
      const rule = this.#rule(item, key);
      if (rule !== undefined) this.upheld.push(rule);
    });
  }

  #waiver(node: Node, key: string): void {
    const members = this.#members(node, key, ['rule', 'reason', 'until'], ['rule', 'reason']);
    const [ruleNode, reasonNode, untilNode] = [members.get('rule'), members.get('reason'), members.get('until')];
    const rule = ruleNode && this.#rule(ruleNode, `${key}.rule`);
    const reason = reasonNode && this.#text(reasonNode, `${key}.reason`, 'a reason, in words');
    const until = untilNode && this.#day(untilNode, `${key}.until`);
    if (rule !== undefined && reason !== undefined) this.waivers.push({ rule, reason, ...(until === undefined ? {} : { until }) });
  }

  #rule(node: Node, key: string): string | undefined {
    const id = this.#text(node, key, 'the id of a rule');
    if (id === undefined) return undefined;
    if (!this.#known.has(id)) {
      const near = nearest(id, [...this.#known]);
      this.fault(start(node), key, quoted(id), 'there is no such rule', near === undefined ? '' : `The nearest is ${near}.`);
      return undefined;
    }
    const before = this.#seen.get(id);
    this.#seen.set(id, key);
    if (before === undefined) return id;
    this.fault(
      start(node),
      key,
      quoted(id),
      `the rule stands at ${before} already`,
      'Keep one of the two: a rule is waived or upheld, once.',
    );
    return undefined;
  }

  #day(node: Node, key: string): string | undefined {
    const text = isScalar(node) ? String(node.value) : '';
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
    this.fault(start(node), key, quoted(text), 'a day such as 2026-12-31 is expected, the last on which the waiver holds', '');
    return undefined;
  }

  #text(node: Node, key: string, expected: string): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    this.fault(start(node), key, 'no text', `${expected} is expected`, '');
    return undefined;
  }

  #each(node: Node | undefined, key: string, read: (item: Node, key: string) => void): void {
    if (node === undefined || (isScalar(node) && node.value === null)) return;
    if (!isSeq<Node>(node)) this.fault(start(node), key, 'no list', 'a list is expected', '');
    else node.items.forEach((item, index) => read(item, `${key}[${index}]`));
  }

  #members(node: Node | null, key: string, known: readonly string[], required: readonly string[]): Map<string, Node> {
    const members = new Map<string, Node>();
    const prefix = key === '' ? '' : `${key}.`;
    if (!isMap(node)) {
      this.fault(
        node ? start(node) : 0,
        key,
        key === '' ? 'is no mapping' : 'no mapping',
        `a mapping of ${known.join(', ')} is expected`,
        key === '' ? writeAnew : '',
      );
      return members;
    }
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!known.includes(name)) {
        this.fault(
          start(pair.key),
          `${prefix}${name}`,
          'unknown',
          `there are ${known.join(', ')}`,
          `The nearest is ${nearest(name, known)}.`,
        );
      } else if (pair.value) members.set(name, pair.value);
    }
    for (const name of required) {
      if (!members.has(name)) this.fault(start(node), `${prefix}${name}`, 'missing', 'it has to be there', key === '' ? writeAnew : '');
    }
    return members;
  }
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}

function quoted(text: string): string {
  return JSON.stringify(text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD').slice(0, 120));
}
