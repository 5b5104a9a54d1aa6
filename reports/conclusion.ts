import type { RuleResult, Run } from '../support/run/run.js';
import type { Level, Standing } from '../support/verdict/verdict.js';
import { gateGround } from './gate.js';
import { counted, enumerated, numeral } from './words.js';

/** How many rules stand how; the members of the certificate's summary. */
export interface Summary {
  readonly upheld: number;
  readonly noted: number;
  readonly advisory: number;
  readonly inconclusive: number;
  readonly violated: number;
  readonly error: number;
  readonly notApplicable: number;
  readonly waived: number;
}

/** What a run comes to: the one judgement that every report tells and the process exits with. */
export interface Conclusion {
  readonly summary: Summary;
  /** Rules that were run: all but the not applicable ones. */
  readonly run: number;
  /** Scenarios that were run. */
  readonly scenarios: number;
  readonly conformant: boolean;
  readonly outcome: Outcome;
  readonly exitCode: 0 | 1 | 3 | 70;
  /** `CONFORMANT`, `CONFORMANT IN THE RULES RUN`, `NOT CONFORMANT`, `GATE CLOSED`, `INCONCLUSIVE`, `SUITE ERROR`, `NO NEW VIOLATION`, `UPHELD`. */
  readonly headline: string;
  /** What the headline rests on, short: `one must is broken`, `64 of 64 rules run are upheld`. */
  readonly ground: string;
  /** The whole judgement in a sentence with its denominator, without a full stop. */
  readonly sentence: string;
}

export type Outcome = 'conformant' | 'upheld' | 'not-conformant' | 'gate-closed' | 'not-judged' | 'suite-error';

/**
 * The tallies, the headline and the exit code of a run.
 * Exit code, the first that fits: 70 the suite itself failed; 1 a rule is violated, or the baseline knows better; 3 nothing was upheld, the target could not
 * be judged, or a must or doc rule (with `strict` also a should) is inconclusive; 0 otherwise.
 */
export function conclude(run: Run): Conclusion {
  const summary = summarise(run.rules);
  const ran = run.rules.length - summary.notApplicable;
  const outcome = outcomeOf(run, summary);
  const ground = groundOf(run, summary, ran, outcome);
  const upheld = shareUpheld(summary, ran);
  return {
    summary,
    run: ran,
    scenarios: run.rules.reduce((sum, result) => sum + result.scenarios.length, 0),
    conformant: outcome === 'conformant',
    outcome,
    exitCode: exitCodes[outcome],
    headline: headlineOf(run, outcome),
    ground: limited(run, ground),
    sentence: limited(run, ground.startsWith(upheld) ? ground : `${upheld}; ${ground}`),
  };
}

const exitCodes = { conformant: 0, upheld: 0, 'not-conformant': 1, 'gate-closed': 1, 'not-judged': 3, 'suite-error': 70 } as const;

function summarise(results: readonly RuleResult[]): Summary {
  const tally = (standing: Standing): number => results.filter(({ verdict }) => verdict === standing).length;
  return {
    upheld: tally('upheld'),
    noted: tally('noted'),
    advisory: tally('advisory'),
    inconclusive: tally('inconclusive'),
    violated: tally('violated'),
    error: tally('error'),
    notApplicable: tally('not-applicable'),
    waived: tally('waived'),
  };
}

function outcomeOf(run: Run, summary: Summary): Outcome {
  if (summary.error > 0) return 'suite-error';
  if (summary.violated > 0) return 'not-conformant';
  if (run.gate !== undefined && run.gate.findings.length > 0) return 'gate-closed';
  if (run.obstacle !== undefined || summary.upheld === 0 || decisivelyInconclusive(run).length > 0) return 'not-judged';
  return run.rules.some(isBinding('upheld')) && !run.rules.some(isWaivedBreach) ? 'conformant' : 'upheld';
}

/** Inconclusive rules that keep the target from being judged. */
export function decisivelyInconclusive(run: Run): readonly RuleResult[] {
  return run.rules.filter(({ verdict, rule }) => verdict === 'inconclusive' && isDecisive(rule.level, run.strict));
}

/** Whether a rule of this level, left inconclusive, leaves the target unjudged. */
export function isDecisive(level: Level, strict: boolean): boolean {
  return level === 'must' || level === 'doc' || (level === 'should' && strict);
}

function isBinding(standing: Standing): (result: RuleResult) => boolean {
  return ({ verdict, rule }) => verdict === standing && (rule.level === 'must' || rule.level === 'doc');
}

/** A waiver lets the gate pass; it does not make the server conform. */
function isWaivedBreach(result: RuleResult): boolean {
  return isBinding('waived')(result);
}

function headlineOf(run: Run, outcome: Outcome): string {
  switch (outcome) {
    case 'conformant':
      return run.complete ? 'CONFORMANT' : 'CONFORMANT IN THE RULES RUN';
    case 'upheld':
      return run.rules.some(isWaivedBreach) ? 'NO NEW VIOLATION' : 'UPHELD';
    case 'not-conformant':
      return 'NOT CONFORMANT';
    case 'gate-closed':
      return 'GATE CLOSED';
    case 'not-judged':
      return 'INCONCLUSIVE';
    case 'suite-error':
      return 'SUITE ERROR';
  }
}

function groundOf(run: Run, summary: Summary, ran: number, outcome: Outcome): string {
  const upheld = shareUpheld(summary, ran);
  const broken = byLevel(run.rules.filter(({ verdict }) => verdict === 'violated'));
  switch (outcome) {
    case 'suite-error':
      return [
        `the suite itself failed in ${numeral(summary.error)} rule${summary.error === 1 ? '' : 's'}`,
        ...(broken === '' ? [] : [`${broken} broken`]),
      ].join('; ');
    case 'not-conformant':
      return `${broken} broken`;
    case 'gate-closed':
      return run.gate === undefined ? '' : gateGround(run.gate);
    case 'not-judged':
      return unjudged(run, summary);
    case 'upheld':
      return run.rules.some(isWaivedBreach)
        ? `${upheld}; ${byLevel(run.rules.filter(({ verdict }) => verdict === 'waived'))} waived`
        : `${upheld}, no must or doc rule among them`;
    case 'conformant':
      return [upheld, ...remainder(summary)].join(', ');
  }
}

function shareUpheld(summary: Summary, ran: number): string {
  return `${summary.upheld} of ${counted(ran, 'rule')} run ${summary.upheld === 1 ? 'is' : 'are'} upheld`;
}

/** The rules run that a pass does not count, so that the two numbers of the sentence add up. */
function remainder({ advisory, inconclusive, noted }: Summary): readonly string[] {
  return [
    ...(advisory === 0 ? [] : [`${numeral(advisory)} ${advisory === 1 ? 'advisory' : 'advisories'}`]),
    ...(inconclusive === 0 ? [] : [`${numeral(inconclusive)} inconclusive`]),
    ...(noted === 0 ? [] : [`${numeral(noted)} noted`]),
  ];
}

function unjudged(run: Run, summary: Summary): string {
  if (run.obstacle !== undefined) return 'the target could not be judged';
  const open = byLevel(decisivelyInconclusive(run));
  if (open !== '') return `${open} inconclusive`;
  return summary.inconclusive === 0 ? 'no rule was upheld' : 'no rule was upheld, and what was tried is inconclusive';
}

/** `one must and two shoulds are`; empty for no rules. */
function byLevel(results: readonly RuleResult[]): string {
  const parts = (['must', 'doc', 'should', 'may'] as const).flatMap((level) => {
    const n = results.filter(({ rule }) => rule.level === level).length;
    return n === 0 ? [] : [`${numeral(n)} ${level === 'doc' ? `doc rule${n === 1 ? '' : 's'}` : n === 1 ? level : `${level}s`}`];
  });
  return parts.length === 0 ? '' : `${enumerated(parts)} ${results.length === 1 ? 'is' : 'are'}`;
}

/** What narrows the meaning of a pass is said in the same breath. */
function limited(run: Run, text: string): string {
  return run.target.limits.length === 0 ? text : `${text} (${run.target.limits.map((limit) => limits[limit] ?? limit).join('; ')})`;
}

const limits: Readonly<Record<string, string>> = {
  'issue-only': 'issue-only: no token was presented to a resource',
};
