import type { Rule } from '../catalogue/rule.js';
import type { Counterexample } from '../verdict/findings.js';
import type { NotApplicable, Standing, Verdict } from '../verdict/verdict.js';
import type { RedactedExchange } from '../wire/redact.js';

/** Everything a run found, redacted: what the reports render and the certificate holds. */
export interface Run {
  readonly suite: { readonly name: string; readonly version: string };
  readonly target: {
    readonly role: 'authorization-server' | 'client';
    readonly name: string;
    readonly issuer?: string;
    readonly endpoints: Readonly<Record<string, string>>;
    readonly clients: readonly { readonly client_id: string; readonly type: 'public' | 'confidential' }[];
    /** What the user passed as `--target`, to print the command that repeats the run; absent for the embedded mock. */
    readonly argument?: string;
    /** Said in the headline where it narrows what a pass means: `issue-only`. */
    readonly limits: readonly string[];
  };
  readonly profiles: readonly { readonly name: string; readonly conformant: boolean }[];
  readonly capabilities: readonly Capability[];
  readonly seed: number;
  readonly strict: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** The part of the duration spent waiting for codes and tokens to grow old, in milliseconds. */
  readonly waitedMs: number;
  /** Scenarios in which a code or a token grew old. */
  readonly agedScenarios: number;
  readonly conformant: boolean;
  /** False when prefixes, `--no-slow` or a shard narrowed the run. */
  readonly complete: boolean;
  /** Why the target could not be judged at all: the refused control, a server that is down. */
  readonly obstacle?: string;
  /** What to do about the obstacle, where it is not for `doctor` to find out. */
  readonly remedy?: string;
  /** Which part of the rules this run judged, where several runs share them. */
  readonly shard?: {
    /** From 1. */
    readonly index: number;
    readonly count: number;
    /** Nothing but the shards narrowed the run. */
    readonly whole: boolean;
    /** Of the must and doc rules of each profile: whether one is upheld here, and whether anything keeps it from conforming. */
    readonly profiles: readonly { readonly name: string; readonly upheld: boolean; readonly wanting: boolean }[];
  };
  /** What a baseline made of the run. */
  readonly gate?: Gate;
  /** What it takes to bring about the same run again, and to tell whether it is the same. */
  readonly provenance?: Provenance;
  readonly rules: readonly RuleResult[];
  readonly exchanges: readonly RedactedExchange[];
}

export interface Provenance {
  /** As typed, less what only names files to write; holds no secret, as no option takes one. */
  readonly commandLine: readonly string[];
  /** SHA-256, hexadecimal. */
  readonly digests: Digests;
}

export interface Digests {
  readonly features: string;
  /** Of the target file, its secrets left out. */
  readonly target?: string;
  readonly endpoints: string;
  /** Of the document that the server publishes. */
  readonly metadata?: string;
}

/** A run held against a baseline; no findings mean that nothing is new. */
export interface Gate {
  /** The file, as the user named it. */
  readonly baseline: string;
  readonly waived: number;
  readonly findings: readonly GateFinding[];
}

export interface GateFinding {
  readonly kind: 'new' | 'stale' | 'expired' | 'inconclusive' | 'missing';
  readonly rule: string;
  readonly text?: string;
}

export interface Capability {
  readonly name: string;
  readonly value: boolean | string;
  readonly by: 'declared' | 'metadata' | 'probe' | 'default';
  /** Why the server could not be heard on it, where that is so. */
  readonly undecided?: string;
}

export interface RuleResult {
  readonly rule: Rule;
  readonly profile: string;
  readonly verdict: Standing;
  readonly reason?: NotApplicable;
  /** What the baseline says of a rule that is waived. */
  readonly waiver?: { readonly reason: string; readonly until?: string };
  readonly scenarios: readonly ScenarioResult[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly location: string;
  readonly client?: string;
  readonly verdict: Verdict;
  readonly expected?: string;
  readonly received?: string;
  /** Why it is inconclusive, or what failed of our own. */
  readonly reason?: string;
  readonly counterexample?: Counterexample;
  readonly exchanges: readonly number[];
  readonly durationMs: number;
}
