import type { Capability, Gate, Provenance, RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { Counterexample } from '../support/verdict/findings.js';
import type { Basis, Level, NotApplicable, Standing, Verdict } from '../support/verdict/verdict.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { conclude, type Summary } from './conclusion.js';

/** certificate.json, schema version 1. Later versions only add optional members; `certificate.schema.json` is its JSON Schema. */
export interface Certificate {
  readonly schemaVersion: 1;
  readonly suite: { readonly name: string; readonly version: string };
  readonly target: {
    readonly role: 'authorization-server' | 'client';
    readonly name: string;
    readonly issuer?: string;
    readonly endpoints: Readonly<Record<string, string>>;
    readonly clients: readonly { readonly client_id: string; readonly type: 'public' | 'confidential' }[];
  };
  readonly profiles: readonly { readonly name: string; readonly conformant: boolean }[];
  readonly capabilities: readonly Capability[];
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Scenarios in which a code or a token grew old, and the milliseconds that the run waited for them after all else was done. */
  readonly ageing?: { readonly scenarios: number; readonly waitedMs: number };
  readonly conformant: boolean;
  readonly complete: boolean;
  /** What narrows the meaning of a pass: `issue-only`. */
  readonly limits?: readonly string[];
  /** Why the target could not be judged at all. */
  readonly obstacle?: string;
  /** What to do about it, where the run itself can tell. */
  readonly remedy?: string;
  /** True where a broken should counts as a violation. */
  readonly strict?: boolean;
  /** The part of the rules that this run judged, of several that share them; `merge` joins them. */
  readonly shard?: NonNullable<Run['shard']>;
  /** What a baseline made of the run. */
  readonly gate?: Gate;
  /** What it takes to bring about the same run again, and to tell whether it is the same. */
  readonly provenance?: Provenance;
  readonly summary: Summary;
  readonly rules: readonly CertifiedRule[];
  readonly exchanges: readonly RedactedExchange[];
}

export interface CertifiedRule {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly judges: 'effect' | 'form';
  readonly source: string;
  readonly profile: string;
  readonly verdict: Standing;
  readonly reason?: NotApplicable;
  /** Why the baseline lets the rule be broken. */
  readonly waiver?: NonNullable<RuleResult['waiver']>;
  /** Why no scenario can show the rule. */
  readonly excluded?: string;
  readonly sameAs?: string;
  readonly scenarios: readonly CertifiedScenario[];
}

export interface CertifiedScenario {
  readonly name: string;
  readonly location: string;
  readonly client?: string;
  readonly verdict: Verdict;
  readonly expected?: string;
  readonly received?: string;
  /** Why it is inconclusive, or what failed of our own. */
  readonly reason?: string;
  readonly counterexample?: Counterexample;
  /** Numbers of exchanges that the certificate holds. */
  readonly exchanges: readonly number[];
}

/** What could not be found out is neither true nor false. */
function certifiedCapability({ name, value, by, undecided }: Capability): Capability {
  return undecided === undefined ? { name, value, by } : { name, value: 'undecided', by, undecided };
}

/** The certificate of a run; of its exchanges those that it was left with. */
export function toCertificate(run: Run): Certificate {
  const { conformant, summary } = conclude(run);
  const held = new Set(run.exchanges.map(({ n }) => n));
  const { role, name, issuer, endpoints, clients, limits } = run.target;
  return {
    schemaVersion: 1,
    suite: { name: run.suite.name, version: run.suite.version },
    target: {
      role,
      name,
      ...(issuer === undefined ? {} : { issuer }),
      endpoints,
      clients: clients.map(({ client_id, type }) => ({ client_id, type })),
    },
    profiles: run.profiles.map((profile) => ({ name: profile.name, conformant: profile.conformant })),
    capabilities: run.capabilities.map(certifiedCapability),
    seed: run.seed,
    startedAt: run.startedAt,
    durationMs: Math.round(run.durationMs),
    ...(run.agedScenarios === 0 ? {} : { ageing: { scenarios: run.agedScenarios, waitedMs: Math.round(run.waitedMs) } }),
    conformant,
    complete: run.complete,
    ...(limits.length === 0 ? {} : { limits }),
    ...(run.obstacle === undefined ? {} : { obstacle: run.obstacle }),
    ...(run.remedy === undefined ? {} : { remedy: run.remedy }),
    ...(run.strict ? { strict: true } : {}),
    ...(run.shard === undefined ? {} : { shard: run.shard }),
    ...(run.gate === undefined ? {} : { gate: run.gate }),
    ...(run.provenance === undefined ? {} : { provenance: run.provenance }),
    summary,
    rules: run.rules.map((result) => certifiedRule(result, held)),
    exchanges: run.exchanges.map(certifiedExchange),
  };
}

function certifiedRule({ rule, profile, verdict, reason, waiver, scenarios }: RuleResult, held: ReadonlySet<number>): CertifiedRule {
  const { id, title, level, basis, judges, source, excluded, sameAs } = rule;
  return {
    id,
    title,
    level,
    basis,
    judges,
    source,
    profile,
    verdict,
    ...(reason === undefined ? {} : { reason: { code: reason.code, text: reason.text } }),
    ...(waiver === undefined ? {} : { waiver }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(sameAs === undefined ? {} : { sameAs }),
    scenarios: scenarios.map((scenario) => certifiedScenario(scenario, held)),
  };
}

function certifiedScenario(scenario: ScenarioResult, held: ReadonlySet<number>): CertifiedScenario {
  const { name, location, client, verdict, expected, received, reason, counterexample } = scenario;
  return {
    name,
    location,
    ...(client === undefined ? {} : { client }),
    verdict,
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received }),
    ...(reason === undefined ? {} : { reason }),
    ...(counterexample === undefined ? {} : { counterexample }),
    exchanges: scenario.exchanges.filter((n) => held.has(n)),
  };
}

function certifiedExchange({ n, at, request, response, failure, curl }: RedactedExchange): RedactedExchange {
  return {
    n,
    at,
    request: { method: request.method, url: request.url, headers: request.headers, body: request.body },
    ...(response === undefined
      ? { failure: failure ?? 'no answer' }
      : { response: { status: response.status, headers: response.headers, body: response.body, ms: response.ms } }),
    curl,
  };
}
