import { catalogue } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import { suite } from '../package-root.js';
import type { Clock } from '../target/clock.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { Inconclusive, Violation } from '../verdict/findings.js';
import type { Level } from '../verdict/verdict.js';
import type { RedactedExchange } from '../wire/redact.js';
import type { LimitMet } from '../wire/rate-limits.js';
import type { Wire } from '../wire/wire.js';
import { ruleResult, type Told, unshown } from './assemble.js';
import { begin } from './execute.js';
import { earlyEnd } from './early-end.js';
import { executeAll, type Executor } from './executor.js';
import { library } from './library.js';
import type { Pass } from './pass.js';
import { ages, locks, plan, sampled, selectRules, type Plan, type SampledPlan } from './plan.js';
import { bindingRules, worstOfProfiles } from './conformance.js';
import type { Capability, Run, RuleResult } from './run.js';
import { during } from './session.js';
import { preflight } from './preflight.js';
import { withBreaker } from './breaker.js';
import { shared, type Shard } from './shard.js';

/** One profile of the target, ready to be judged. */
export interface Stage {
  readonly profile: string;
  readonly target: Target;
  readonly tokenEndpoint: string;
  /** Clients beside the target's first for which the rules that hold for each client are run again. */
  readonly furtherClients?: readonly RegisteredClient[];
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
  /** The part of the rules that this run is to judge. */
  readonly shard?: Shard;
  /** What the user passed as `--target`. */
  readonly argument?: string;
  readonly progress?: (state: Progress) => void;
  /** Rules by id that are run in full, the others by a sample: for the mutation matrix. Absent: all are. */
  readonly inFull?: ReadonlySet<string>;
  /** The exchange of this number, redacted. */
  readonly redacted: (n: number) => RedactedExchange | undefined;
  /** The limit that the server put to the run, where waiting did not help. */
  readonly limitMet?: () => LimitMet | undefined;
  /** Told of exchanges that no report will show, so that a long run does not hold them all. */
  readonly forget?: (numbers: readonly number[]) => void;
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
  const whole = options.stages.map((stage) =>
    plan(rules, selectRules(rules, stage.profile, options.prefixes), { ...stage, slow: options.slow, optIn: options.optIn }),
  );
  const chosen = options.shard === undefined ? whole : shared(whole, options.shard, options.runs);
  const plans = chosen.map((stagePlan, index) => sampled(stagePlan, heldFirst(chosen, index, options.inFull)));
  const total = plans.reduce((sum, { pickles }) => sum + pickles.length, 0);
  let done = 0;
  let violations = 0;
  const told = (rule: string, violated: boolean): void => {
    done += 1;
    if (violated) violations += 1;
    options.progress?.({ done, total, rule, violations, waitingMs: 0 });
  };
  const sessions = options.stages.map((stage, index) => stageSession(stage, plans[index] ?? nothing, options, told));
  for (const session of sessions) await session.open();
  for (const session of sessions) {
    await session.runQuick();
    options.forget?.(session.unshown());
  }
  const waitingSince = performance.now();
  for (const session of sessions) await session.runAgeing();
  const waitedMs = options.stages.some(({ clock }) => clock.advance === undefined) ? performance.now() - waitingSince : 0;
  for (const session of sessions) await session.runLocking();
  const results = sessions.flatMap((session) => session.results());
  const met = options.limitMet?.();
  const early =
    met === undefined
      ? undefined
      : earlyEnd(
          met,
          results,
          sessions.flatMap((session) => session.requests()),
        );
  const obstacles = early === undefined ? [...new Set(sessions.flatMap((session) => session.obstacle() ?? []))] : [early.obstacle];
  // A prefix may leave a profile without a rule: of that one nothing is said.
  const judgedProfiles = options.stages.flatMap(({ profile }) => {
    const own = results.filter((result) => result.profile === profile);
    return own.length === 0 ? [] : [{ name: profile, ...bindingRules(own, options.strict) }];
  });
  const merged = worstOfProfiles(results);
  const unnarrowed = options.prefixes.length === 0 && !results.some(({ reason }) => reason?.code === 'no-slow');
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
      clients: options.stages
        .flatMap(({ target }) => target.clients.map(({ client_id, type }) => ({ client_id, type })))
        .filter((one, at, all) => all.findIndex((other) => other.client_id === one.client_id) === at),
      ...(options.argument === undefined ? {} : { argument: options.argument }),
      limits: options.stages.some(({ profile, target }) => profile === 'challenge-code-token' && target.proof === undefined)
        ? ['issue-only']
        : [],
    },
    profiles: judgedProfiles.map(({ name, conformant }) => ({ name, conformant })),
    capabilities: [...first.capabilities, ...codeLifetime(first.target)],
    seed: options.seed,
    strict: options.strict,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - began),
    waitedMs: Math.round(waitedMs),
    conformant: obstacles.length === 0 && judgedProfiles.length > 0 && judgedProfiles.every((profile) => profile.conformant),
    complete: unnarrowed && options.shard === undefined,
    ...(options.shard === undefined
      ? {}
      : {
          shard: {
            ...options.shard,
            whole: unnarrowed,
            profiles: judgedProfiles.map(({ name, upheld, wanting }) => ({ name, upheld, wanting })),
          },
        }),
    ...(obstacles.length > 0 ? { obstacle: obstacles.join('; ') } : {}),
    ...(early === undefined ? {} : { remedy: early.remedy }),
    rules: merged,
    exchanges: [...shown].toSorted((one, other) => one - other).flatMap((n) => options.redacted(n) ?? []),
  };
}

const nothing: SampledPlan = { rules: [], pickles: [], inFull: new Set() };

/**
 * The rules that a stage runs in full: those that no stage before it has run. Of the others each outline is sampled by its
 * first row, as the profiles of one server differ in a few decisions and not in how they compare strings.
 */
function heldFirst(plans: readonly Plan[], index: number, only: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const run = ({ rules }: Plan): string[] => rules.flatMap(({ rule, locations }) => (locations.length > 0 ? [rule.id] : []));
  const before = new Set(plans.slice(0, index).flatMap(run));
  return new Set(run(plans[index] ?? nothing).filter((id) => !before.has(id) && (only?.has(id) ?? true)));
}

/** One stage under way: what must grow old is begun when it opens, so that the longest lifetime is waited for once. */
interface StageSession {
  open(): Promise<void>;
  runQuick(): Promise<void>;
  /** Exchanges made so far that no report will show. */
  unshown(): readonly number[];
  runAgeing(): Promise<void>;
  runLocking(): Promise<void>;
  results(): readonly RuleResult[];
  obstacle(): string | undefined;
  /** How many requests each scenario made that came to something. */
  requests(): readonly number[];
}

function stageSession(
  stage: Stage,
  { rules, pickles, inFull }: SampledPlan,
  options: RunOptions,
  told: (rule: string, violated: boolean) => void,
): StageSession {
  const passes = passesOf(stage, options, withBreaker(stage.openWire).openWire);
  const heldForEach = ({ id, conditions }: Rule): boolean => conditions.includes('each-client') && inFull.has(id);
  const leniency = { strict: options.strict, levelOf: (rule: Rule) => levelOf(rule, stage.target) };
  const tellings = passes.map(({ client, outcomes }): Told => {
    if (client === undefined) return { outcomes, covers: () => true };
    return { client: client.client_id, outcomes, covers: heldForEach };
  });
  let before: Awaited<ReturnType<typeof preflight>> = { unreachable: false, cause: '' };
  const movable = stage.clock.advance !== undefined;

  const each = async (
    choose: (planned: PlannedPickle) => boolean,
    work: (pass: Pass, own: readonly PlannedPickle[]) => Promise<void>,
  ): Promise<void> => {
    if (before.unreachable) return;
    for (const pass of passes) {
      const own = pickles.filter((planned) => choose(planned) && (pass.client === undefined || heldForEach(planned.rule)));
      if (own.length > 0) await during(pass, () => work(pass, own));
    }
  };
  const run = async (pass: Pass, own: readonly PlannedPickle[]): Promise<void> => {
    await executeAll(options.executor, own, pass, ({ rule, location }) => {
      if (pass.client === undefined) told(rule.id, pass.outcomes.get(location)?.error instanceof Violation);
    });
    if (movable || !own.some(ages)) await retry(options.executor, own, pass);
  };

  return {
    async open() {
      const [main] = passes;
      if (pickles.length === 0 || main === undefined) return;
      before = await during(main, () => preflight(main));
      if (before.unreachable) pickles.forEach(({ rule }) => told(rule.id, false));
      const steps = await library();
      if (!movable) {
        await each(ages, (pass, own) => {
          for (const planned of own) pass.early.set(planned.location, begin(planned, steps));
          return Promise.resolve();
        });
      }
    },
    runQuick: () => each((planned) => !ages(planned) && !locks(planned), run),
    unshown: () => unshown(passes.flatMap(({ outcomes }) => [...outcomes.values()])),
    runAgeing: () => each(ages, run),
    runLocking: () => each(locks, run),
    results: () =>
      rules.map((planned) => ruleResult(planned, stage.profile, tellings, leniency, before.unreachable ? before.cause : undefined)),
    obstacle: () => before.obstacle ?? (before.unreachable ? before.cause : undefined),
    requests: () =>
      passes
        .flatMap(({ outcomes }) => [...outcomes.values()])
        .filter(({ error }) => !(error instanceof Inconclusive))
        .map(({ exchanges }) => exchanges.length),
  };
}

/** The pass of every rule, then one for each further client, of the rules that hold for each client. */
function passesOf(stage: Stage, options: RunOptions, openWire: () => Wire): readonly Pass[] {
  const shared = {
    profile: stage.profile,
    target: stage.target,
    tokenEndpoint: stage.tokenEndpoint,
    clock: stage.clock,
    capabilities: stage.capabilities,
    openWire,
    ...(options.limitMet === undefined ? {} : { limitMet: options.limitMet }),
    seed: options.seed,
    runs: options.runs,
    strict: options.strict,
    controls: new Map(),
    resourceControls: new Map(),
    shared: new Map(),
  };
  return [undefined, ...(stage.furtherClients ?? [])].map((client) => ({
    ...shared,
    ...(client === undefined ? {} : { client }),
    serverErrors: new Set(),
    retrying: false,
    outcomes: new Map(),
    early: new Map(),
  }));
}

/** An inconclusive scenario is tried once more, on a fresh code, before it stays so. */
async function retry(executor: Executor, pickles: readonly PlannedPickle[], pass: Pass): Promise<void> {
  const again = pickles.filter(({ location }) => pass.outcomes.get(location)?.error instanceof Inconclusive);
  if (again.length === 0) return;
  pass.retrying = true;
  await executeAll(executor, again, pass, () => undefined);
  pass.retrying = false;
}

/** Stands in the certificate as it was declared; no probe measures it. */
function codeLifetime({ lifetimes: { code } }: Target): readonly Capability[] {
  return code === undefined ? [] : [{ name: 'code_lifetime', value: `${code} s`, by: 'declared' }];
}

/**
 * Two knobs make a target answer for what it only ought to do: `policy.verifier_syntax: enforce` for the grammar of
 * RFC 7636 §4.1 and §4.2, `policy.reuse_scope: global` for a verifier that another client has used. One takes it back to
 * a remark: `policy.replay_revocation: info` for what the replay of a code does to the tokens.
 */
function levelOf({ id, level }: Rule, { policy }: Target): Level {
  if (level !== 'should') return level;
  const grammar = id.startsWith('rfc7636/4.1/') || id.startsWith('rfc7636/4.2/');
  if (grammar && policy.verifier_syntax === 'enforce') return 'must';
  if (id === 'rfc6749/4.1.2/code-reuse-revokes-tokens' && policy.replay_revocation === 'info') return 'may';
  return id === 'challenge-code-token/single-use/reuse-by-another-client' && policy.reuse_scope === 'global' ? 'doc' : level;
}
