import type { Standing } from '../support/verdict/verdict.js';
import type { Certificate, CertifiedRule } from './certificate.js';
import { gravity, standings } from './standing.js';
import { fit, printable } from './terminal.js';
import { counted } from './words.js';

/** What became of a rule between two certificates; `null` where one of them does not hold it. */
export interface Change {
  readonly rule: string;
  readonly title: string;
  readonly level: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly direction: 'worse' | 'better' | 'other';
}

export interface Difference {
  readonly schemaVersion: 1;
  readonly worse: boolean;
  readonly conformant: { readonly before: boolean; readonly after: boolean };
  /** What makes the two hard to compare: another target, suite or selection of rules. */
  readonly remarks: readonly string[];
  readonly unchanged: number;
  readonly changes: readonly Change[];
}

/** What changed from one certificate to the next, the worse first. Worse is also a rule that was upheld and is not judged any more. */
export function difference(before: Certificate, after: Certificate): Difference {
  const [old, now] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const changes = ids.flatMap((id) => {
    const [one, other] = [old.get(id), now.get(id)];
    return one?.verdict === other?.verdict ? [] : [change(one, other)];
  });
  return {
    schemaVersion: 1,
    worse: changes.some(({ direction }) => direction === 'worse') || (before.conformant && !after.conformant),
    conformant: { before: before.conformant, after: after.conformant },
    remarks: remarks(before, after),
    unchanged: ids.length - changes.length,
    changes: order.flatMap((direction) => changes.filter((one) => one.direction === direction)),
  };
}

/** The difference as a person reads it. Ends in a line feed. */
export function renderDifference({ changes, remarks: said, unchanged, worse, conformant }: Difference): string {
  const lines = changes.map(
    ({ rule, title, level, before, after, direction }) =>
      `${marks[direction]} ${word(before)} -> ${word(after)}   ${printable(rule, 200)}   ${printable(level, 20)}   ${fit(printable(title, 200), 90)}`,
  );
  const tally = order.flatMap((direction) => {
    const n = changes.filter((one) => one.direction === direction).length;
    return n === 0 ? [] : [direction === 'other' ? `${n} changed otherwise` : `${n} ${direction}`];
  });
  const verdict =
    conformant.before === conformant.after ? '' : `; the target ${conformant.after ? 'is conformant now' : 'is not conformant any more'}`;
  return [
    ...said.map((remark) => `Note: ${printable(remark, 400)}`),
    ...lines,
    `${worse ? 'WORSE' : 'NOT WORSE'}   ${[...tally, `${counted(unchanged, 'rule')} as before`].join(', ')}${verdict}`,
    '',
  ].join('\n');
}

const order = ['worse', 'better', 'other'] as const;
const marks = { worse: '-', better: '+', other: '~' } as const;

function byId({ rules }: Certificate): ReadonlyMap<string, CertifiedRule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

function change(before: CertifiedRule | undefined, after: CertifiedRule | undefined): Change {
  const { id = '', title = '', level = '' } = after ?? before ?? {};
  return {
    rule: id,
    title,
    level,
    before: before?.verdict ?? null,
    after: after?.verdict ?? null,
    direction: directionOf(before?.verdict, after?.verdict),
  };
}

/** A rule that is judged no more is worse off if it was upheld; one that is judged anew, if it is not. */
function directionOf(before: Standing | undefined, after: Standing | undefined): Change['direction'] {
  const [from, to] = [rank(before), rank(after)];
  if (from === undefined && to === undefined) return 'other';
  if (from === undefined) return gravest.includes(after ?? 'upheld') ? 'worse' : 'other';
  if (to === undefined) return before === 'upheld' ? 'worse' : 'other';
  return to < from ? 'worse' : to > from ? 'better' : 'other';
}

const gravest: readonly Standing[] = ['violated', 'error', 'inconclusive'];

/** None where the rule was not judged. What is noted is no worse than what is upheld. */
function rank(standing: Standing | undefined): number | undefined {
  return standing === undefined || standing === 'not-applicable' ? undefined : gravity(standing === 'noted' ? 'upheld' : standing);
}

function word(standing: Standing | null): string {
  return standing === null ? 'not there' : standings[standing].word;
}

function remarks(before: Certificate, after: Certificate): readonly string[] {
  const told = (what: string, of: (certificate: Certificate) => string): readonly string[] =>
    of(before) === of(after) ? [] : [`another ${what}: ${of(before)}, then ${of(after)}`];
  return [
    ...told('suite', ({ suite }) => `${suite.name} ${suite.version}`),
    ...told('target', ({ target }) => [target.name, target.issuer ?? ''].filter((part) => part !== '').join(' ')),
    ...told('choice of profiles', ({ profiles }) => profiles.map(({ name }) => name).join(', ')),
    ...(before.complete === after.complete ? [] : [`only the ${before.complete ? 'first' : 'second'} run was complete`]),
  ];
}
