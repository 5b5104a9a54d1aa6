import { correctPolicies, type Policy } from './policy/policy.js';
import { rfcProfiles, type Profile } from './profile.js';

/** A misbehaviour of the server: one decision replaced, and the rules that this breaks. */
export interface Mutant {
  /** What the server does wrong, in one sentence. */
  readonly fault: string;
  /** The rules it breaks, its own first. The document of the first says whose policies are altered. */
  readonly breaks: readonly string[];
  /** Whose policies are altered, where no rule says so. */
  readonly alters?: readonly Profile[];
  /** Why it breaks more than its own rule. */
  readonly because?: string;
  /** The decisions that replace the correct ones; a function is called once for each policy it alters, so what it closes over belongs to one server. */
  readonly replace: Partial<Policy> | ((correct: Policy) => Partial<Policy>);
}

/** Declares a mutant; gives it back as it came. */
export const mutant = (declared: Mutant): Mutant => declared;

/** The correct policies with the decisions of the mutants put in their places, one mutant after the other. */
export function policiesWith(mutants: readonly Mutant[]): Readonly<Record<Profile, Policy>> {
  const policies = { ...correctPolicies };
  for (const { breaks, alters, replace } of mutants) {
    for (const profile of alters ?? profilesOf(breaks[0] ?? '')) {
      const correct = policies[profile];
      policies[profile] = { ...correct, ...(typeof replace === 'function' ? replace(correct) : replace) };
    }
  }
  return policies;
}

/** The profiles whose policy a rule is about: a document's own, or those of the RFCs. */
export function profilesOf(rule: string): readonly Profile[] {
  if (rule.startsWith('challenge-code-token/')) return ['challenge-code-token'];
  return rule.startsWith('pkce-access-token/') ? ['pkce-access-token'] : rfcProfiles;
}
