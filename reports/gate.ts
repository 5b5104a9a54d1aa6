import type { Gate, GateFinding } from '../support/run/run.js';
import { cut, printable } from './terminal.js';
import { counted, enumerated } from './words.js';

/** What the gate came to, a line for each kind of finding; one line where nothing is new. */
export function gateLines({ baseline, waived, findings }: Gate): readonly string[] {
  const file = printable(baseline, 200);
  if (findings.length === 0) return [`Nothing new since ${file}${waived === 0 ? '' : `: ${counted(waived, 'rule')} waived`}.`];
  return kinds.flatMap(({ kind, said }) => {
    const own = findings.filter((finding) => finding.kind === kind);
    return own.length === 0 ? [] : [`${said(own.length)}: ${told(own)}`];
  });
}

/** `one violation is new and one waiver is stale`. */
export function gateGround({ findings }: Gate): string {
  return enumerated(
    kinds.flatMap(({ kind, said }) => {
      const n = findings.filter((finding) => finding.kind === kind).length;
      return n === 0 ? [] : [said(n)];
    }),
  );
}

const kinds: readonly { readonly kind: GateFinding['kind']; readonly said: (n: number) => string }[] = [
  { kind: 'new', said: (n) => counted(n, 'new violation') },
  { kind: 'stale', said: (n) => counted(n, 'stale waiver') },
  { kind: 'expired', said: (n) => counted(n, 'expired waiver') },
  { kind: 'inconclusive', said: (n) => counted(n, 'upheld rule gone inconclusive', 'upheld rules gone inconclusive') },
  { kind: 'missing', said: (n) => counted(n, 'upheld rule missing', 'upheld rules missing') },
];

/** The ids, and why where all say the same; few by name, for one cause can take hundreds with it. */
function told(findings: readonly GateFinding[]): string {
  const ids = findings.slice(0, 3).map(({ rule }) => printable(rule, 200));
  const named = findings.length > 3 ? `${ids.join(', ')} and ${findings.length - 3} more` : ids.join(', ');
  const texts = new Set(findings.map(({ text }) => text));
  const [text] = texts;
  return texts.size === 1 && text !== undefined ? `${named} (${printable(cut(text, 300))})` : named;
}
