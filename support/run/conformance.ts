import { worst, verdicts, type Verdict } from '../verdict/verdict.js';
import type { RuleResult } from './run.js';

/**
 * Conformant: at least one must or doc rule `upheld`, and nothing `wanting`: nothing violated, nothing of ours failed, no must or
 * doc rule left open.
 */
export function bindingRules(
  results: readonly RuleResult[],
  strict: boolean,
): { readonly upheld: boolean; readonly wanting: boolean; readonly conformant: boolean } {
  const binding = results.filter(({ rule }) => rule.level === 'must' || rule.level === 'doc');
  const open = results.filter(
    ({ rule, verdict }) =>
      verdict === 'inconclusive' && (rule.level === 'must' || rule.level === 'doc' || (strict && rule.level === 'should')),
  );
  const upheld = binding.some(({ verdict }) => verdict === 'upheld');
  const wanting = results.some(({ verdict }) => verdict === 'violated' || verdict === 'error') || open.length > 0;
  return { upheld, wanting, conformant: upheld && !wanting };
}

/** A rule that several profiles hold stands once, with the worse of its verdicts and all of its scenarios. */
export function worstOfProfiles(results: readonly RuleResult[]): readonly RuleResult[] {
  const byId = new Map<string, RuleResult>();
  for (const result of results) {
    const before = byId.get(result.rule.id);
    byId.set(result.rule.id, before ? joined(before, result) : result);
  }
  return [...byId.values()];
}

function joined(one: RuleResult, other: RuleResult): RuleResult {
  const both = [one, other].filter(({ verdict }) => isVerdict(verdict));
  const [first] = both;
  if (!first) return one;
  if (both.length === 1) return first;
  const verdict = worst(both.map((result) => result.verdict).filter(isVerdict));
  return { ...(both.find((result) => result.verdict === verdict) ?? first), scenarios: both.flatMap(({ scenarios }) => scenarios) };
}

function isVerdict(standing: RuleResult['verdict']): standing is Verdict {
  return (verdicts as readonly string[]).includes(standing);
}
