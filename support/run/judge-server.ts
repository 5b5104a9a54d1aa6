import { catalogue } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import { suite } from '../package-root.js';
import type { Clock } from '../target/clock.js';
import type { Target } from '../target/target.js';
import type { Level } from '../verdict/verdict.js';
import type { RedactedExchange } from '../wire/redact.js';
import type { Wire } from '../wire/wire.js';
import { ruleResult } from './assemble.js';
import { begin } from './execute.js';
import { executeAll, type Executor } from './executor.js';
import { library } from './library.js';
import type { Pass } from './pass.js';
import { ages, plan, selectRules, type Plan } from './plan.js';
import { conformantRules, worstOfProfiles } from './conformance.js';
import type { Capability, Run, RuleResult } from './run.js';
import { during } from './session.js';
import { preflight } from './preflight.js';
import { withBreaker } from './breaker.js';

/** One profile of the target, ready to be judged. */
export interface Stage {
  readonly profile: string;
  readonly target: Target;
  readonly tokenEndpoint: string;
  readonly clock: Clock;
  readonly capabilities: readonly Capability[];
  readonly openWire: () => Wire;
}

export interface RunOptions {
  readonly stages: readonly Stage[];
  readonly prefixes: readonly string[];
  readonly seed: number;
  readonly runs: number;
  readonly strict: boolean;
  readonly slow: boolean;
  readonly optIn: boolean;
  readonly executor: Executor;
  /** What the user passed as `--target`. */
  readonly argument?: string;
  readonly progress?: (state: Progress) => void;
  /** The exchange of this number, redacted. */
  readonly redacted: (n: number) => RedactedExchange | undefined;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rule: string;
  readonly violations: number;
  /** Milliseconds left to wait for what must grow old; 0 when nothing waits. */
  readonly waitingMs: number;
}

/** Judges a server under each of its stages and tells what was found. */
export async function judgeServer(options: RunOptions): Promise<Run> {
  const startedAt = new Date();
  const began = performance.now();
  const rules = catalogue();
  const plans = options.stages.map((stage) => plan(rules, selectRules(rules, stage.profile, options.prefixes), { ...stage, slow: options.slow, optIn: options.optIn }));
  const total = plans.reduce((sum, { pickles }) => sum + pickles.length, 0);
  const results: RuleResult[] = [];
  const obstacles: string[] = [];
  let done = 0;
  let violations = 0;
  let waitedMs = 0;
  for (const [index, stage] of options.stages.entries()) {
    const stagePlan = plans[index];
    if (!stagePlan) continue;
    const told = await judgeStage(stage, stagePlan, options, (rule, verdictIsViolation) => {
      done += 1;
      if (verdictIsViolation) violations += 1;
      options.progress?.({ done, total, rule, violations, waitingMs: 0 });
    });
    results.push(...told.results);
    waitedMs += told.waitedMs;
    if (told.obstacle !== undefined && !obstacles.includes(told.obstacle)) obstacles.push(told.obstacle);
  }
  const merged = worstOfProfiles(results);
  const [first] = options.stages;
  if (!first) throw new Error('a run needs a profile');
  const shown = new Set(merged.flatMap(({ scenarios }) => scenarios.flatMap(({ exchanges }) => exchanges)));
  return {
    suite,
    target: {
      role: 'authorization-server',
      name: first.target.name,
      ...(first.target.issuer === undefined ? {} : { issuer: first.target.issuer }),
      endpoints: Object.assign({}, ...options.stages.map(({ target }) => target.endpoints)) as Record<string, string>,
      clients: options.stages.flatMap(({ target }) => target.clients.map(({ client_id, type }) => ({ client_id, type }))).filter((one, at, all) => all.findIndex((other) => other.client_id === one.client_id) === at),
      ...(options.argument === undefined ? {} : { argument: options.argument }),
      limits: options.stages.some(({ profile, target }) => profile === 'challenge-code-token' && target.proof === undefined) ? ['issue-only'] : [],
    },
    profiles: options.stages.map(({ profile }) => ({ name: profile, conformant: conformantRules(results.filter((result) => result.profile === profile), options.strict) })),
    capabilities: first.capabilities,
    seed: options.seed,
    strict: options.strict,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - began),
    waitedMs: Math.round(waitedMs),
    conformant: obstacles.length === 0 && options.stages.every(({ profile }) => conformantRules(results.filter((result) => result.profile === profile), options.strict)),
    complete: options.prefixes.length === 0 && !results.some(({ reason }) => reason?.code === 'no-slow'),
    ...(obstacles.length > 0 ? { obstacle: obstacles.join('; ') } : {}),
    rules: merged,
    exchanges: [...shown].toSorted((one, other) => one - other).flatMap((n) => options.redacted(n) ?? []),
  };
}

async function judgeStage(
  stage: Stage,
  { rules, pickles }: Plan,
  options: RunOptions,
  told: (rule: string, violated: boolean) => void,
): Promise<{ results: readonly RuleResult[]; obstacle?: string; waitedMs: number }> {
  const breaker = withBreaker(stage.openWire);
  const pass: Pass = {
    profile: stage.profile,
    target: stage.target,
    tokenEndpoint: stage.tokenEndpoint,
    clock: stage.clock,
    openWire: breaker.openWire,
    seed: options.seed,
    runs: options.runs,
    strict: options.strict,
    controls: new Map(),
    resourceControls: new Map(),
    serverErrors: new Set(),
    retrying: false,
    outcomes: new Map(),
    early: new Map(),
  };
  const leniency = { strict: options.strict, levelOf: (rule: Rule) => levelOf(rule, stage.target) };
  const assembled = (unjudged?: string): RuleResult[] => rules.map((planned) => ruleResult(planned, stage.profile, pass.outcomes, leniency, unjudged));
  if (pickles.length === 0) return { results: assembled(), waitedMs: 0 };
  return during(pass, async () => {
    const steps = await library();
    const before = await preflight(pass);
    if (before.unreachable) {
      pickles.forEach(({ rule }) => told(rule.id, false));
      return { results: assembled(before.cause), obstacle: before.cause, waitedMs: 0 };
    }
    const quick = pickles.filter((planned) => !ages(planned));
    const ageing = pickles.filter(ages);
    if (!stage.clock.advance) for (const planned of ageing) pass.early.set(planned.location, begin(planned, steps));
    const announce = ({ rule, location }: PlannedPickle): void => {
      told(rule.id, pass.outcomes.get(location)?.error?.constructor?.name === 'Violation');
    };
    await executeAll(options.executor, quick, pass, announce);
    const waitingSince = performance.now();
    await executeAll(options.executor, ageing, pass, announce);
    const waitedMs = stage.clock.advance ? 0 : performance.now() - waitingSince;
    await retry(options.executor, stage.clock.advance ? pickles : quick, pass);
    return { results: assembled(), waitedMs, ...(before.obstacle === undefined ? {} : { obstacle: before.obstacle }) };
  });
}

/** An inconclusive scenario is tried once more, on a fresh code, before it stays so. */
async function retry(executor: Executor, pickles: readonly PlannedPickle[], pass: Pass): Promise<void> {
  const again = pickles.filter(({ location }) => (pass.outcomes.get(location)?.error as Error | undefined)?.name === 'Inconclusive');
  if (again.length === 0) return;
  pass.retrying = true;
  await executeAll(executor, again, pass, () => undefined);
  pass.retrying = false;
}

/** `policy.verifier_syntax: enforce` makes the grammar of RFC 7636 §4.1 and §4.2 count as must. */
function levelOf(rule: Rule, target: Target): Level {
  const grammar = rule.id.startsWith('rfc7636/4.1/') || rule.id.startsWith('rfc7636/4.2/');
  return grammar && target.policy.verifier_syntax === 'enforce' && rule.level === 'should' ? 'must' : rule.level;
}
