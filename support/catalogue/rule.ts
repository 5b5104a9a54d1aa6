import type { Basis, Level } from '../verdict/verdict.js';

/** A rule as its feature file states it; nothing about a rule is written anywhere else. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly judges: 'effect' | 'form';
  /** The section reference, as printed: `RFC 7636 §4.6`. */
  readonly source: string;
  /** Why the rule is there; shown when it fails. */
  readonly why: string;
  readonly role: 'authorization-server' | 'client';
  readonly profiles: readonly string[];
  /** Conditions on the Rule, without `@`: `needs-resource`, `slow`, `opt-in`. */
  readonly conditions: readonly string[];
  readonly sameAs?: string;
  /** The reason why no scenario can show the rule. */
  readonly excluded?: string;
  readonly feature: { readonly name: string; readonly file: string; readonly line: number };
  readonly scenarios: readonly ScenarioOfRule[];
}

/** One pickle: a scenario, or one row of an outline. */
export interface ScenarioOfRule {
  readonly name: string;
  /** `features/…/x.feature:37`, the row's line for an outline. */
  readonly location: string;
  readonly conditions: readonly string[];
  readonly property: boolean;
  /** Why it stays although no mutant breaks it: `# Stays: …` above it in the feature. */
  readonly stays?: string;
}
