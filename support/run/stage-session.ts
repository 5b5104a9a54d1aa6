import type { PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import type { Target } from '../target/target.js';
import { Inconclusive, Violation } from '../verdict/findings.js';
import { broken, type Level } from '../verdict/verdict.js';
import type { Wire } from '../wire/wire.js';
import { ruleResult, type Told, unshown } from './assemble.js';
import { withBreaker } from './breaker.js';
import { begin } from './execute.js';
import { executeAll, type Executor } from './executor.js';
import { library } from './library.js';
import type { Pass } from './pass.js';
import { ages, locks, type SampledPlan } from './plan.js';
import { lapsedControl, preflight } from './preflight.js';
import type { RuleResult } from './run.js';
import { during } from './current-pass.js';
import type { RunOptions, Stage } from './stage.js';
import type { Waiting } from './waiting.js';

/** One stage under way: what must grow old is begun when it opens, so that the longest lifetime is waited for once. */
export interface StageSession {
  /** How many it will run, those of further clients included. */
  readonly scenarios: number;
  open(): Promise<void>;
  runQuick(): Promise<void>;
  /** Exchanges made so far that no report will show. */
  unshown(): readonly number[];
  runAgeing(): Promise<void>;
  /** Sees whether the server still grants what it granted; before anything that may lock an account. */
  confirm(): Promise<void>;
  runLocking(): Promise<void>;
  results(): readonly RuleResult[];
  obstacle(): string | undefined;
  /** How many requests each scenario made that came to something. */
  requests(): readonly number[];
}

/** What a stage takes from the run around it. */
type Surroundings = RunOptions & {
  /** `violated`: in a way that counts as such, at the level of the rule. */
  readonly told: (rule: string, violated: boolean) => void;
  readonly waiting: Waiting;
};

export function stageSession(stage: Stage, { rules, pickles, inFull }: SampledPlan, options: Surroundings): StageSession {
  const passes = passesOf(stage, options, withBreaker(stage.openWire).openWire);
  const heldForEach = ({ id, conditions }: Rule): boolean => conditions.includes('each-client') && inFull.has(id);
  const leniency = { strict: options.strict, levelOf: (rule: Rule) => levelOf(rule, stage.target) };
  const tellings = passes.map(({ client, outcomes }): Told => {
    if (client === undefined) return { outcomes, covers: () => true };
    return { client: client.client_id, outcomes, covers: heldForEach };
  });
  const ownOf = ({ client }: Pass): readonly PlannedPickle[] =>
    client === undefined ? pickles : pickles.filter(({ rule }) => heldForEach(rule));
  const violates = (rule: Rule, error: unknown): boolean =>
    error instanceof Violation && broken(leniency.levelOf(rule), leniency.strict) === 'violated';
  let before: Awaited<ReturnType<typeof preflight>> = { unreachable: false, cause: '' };
  let lapse: string | undefined;
  const movable = stage.clock.advance !== undefined;

  const each = async (
    choose: (planned: PlannedPickle) => boolean,
    work: (pass: Pass, own: readonly PlannedPickle[]) => Promise<void>,
  ): Promise<void> => {
    if (before.unreachable) return;
    for (const pass of passes) {
      const own = ownOf(pass).filter(choose);
      if (own.length > 0) await during(pass, () => work(pass, own));
    }
  };
  const run = async (pass: Pass, own: readonly PlannedPickle[]): Promise<void> => {
    let shared = pass.shared.size;
    await executeAll(options.executor, own, pass, ({ rule, location }) => {
      const outcome = pass.outcomes.get(location);
      options.told(rule.id, violates(rule, outcome?.error));
      // What a scenario has asked for all of them may be named by the finding of another.
      if (outcome && pass.shared.size === shared) options.forget?.(unshown([outcome]));
      shared = pass.shared.size;
    });
    if (movable || !own.some(ages)) await retry(options.executor, own, pass);
  };

  return {
    scenarios: passes.reduce((sum, pass) => sum + ownOf(pass).length, 0),
    async open() {
      const [main] = passes;
      if (pickles.length === 0 || main === undefined) return;
      before = await during(main, () => preflight(main));
      if (before.unreachable) passes.flatMap(ownOf).forEach(({ rule }) => options.told(rule.id, false));
      const steps = await library();
      if (!movable && holdsSeveral(stage)) {
        await each(ages, async (pass, own) => {
          for (const planned of own) {
            const scenario = begin(planned, steps);
            pass.early.set(planned.location, scenario);
            await scenario.aged;
          }
        });
      }
    },
    runQuick: () => each((planned) => !ages(planned) && !locks(planned), run),
    unshown: () => unshown(passes.flatMap(({ outcomes }) => [...outcomes.values()])),
    runAgeing: () => each(ages, run),
    async confirm() {
      const [main] = passes;
      if (main !== undefined && !before.unreachable) lapse = await during(main, () => lapsedControl(main));
    },
    runLocking: () => each(locks, run),
    results: () =>
      rules.map((planned) => ruleResult(planned, stage.profile, tellings, leniency, before.unreachable ? before.cause : undefined)),
    obstacle: () => before.obstacle ?? (before.unreachable ? before.cause : lapse),
    requests: () =>
      passes
        .flatMap(({ outcomes }) => [...outcomes.values()])
        .filter(({ error }) => !(error instanceof Inconclusive))
        .map(({ exchanges }) => exchanges.length),
  };
}

/**
 * Whether codes and tokens can grow old side by side. Where a new one cancels the one before, each is obtained alone, after
 * everything else, and nothing is authorized while it ages.
 */
function holdsSeveral({ capabilities }: Stage): boolean {
  return !capabilities.some(({ name, value }) => (name === 'concurrent_codes' || name === 'concurrent_tokens') && value === false);
}

/** The pass of every rule, then one for each further client, of the rules that hold for each client. */
function passesOf(stage: Stage, options: Surroundings, openWire: () => Wire): readonly Pass[] {
  const shared = {
    profile: stage.profile,
    target: stage.target,
    tokenEndpoint: stage.tokenEndpoint,
    clock: stage.clock,
    capabilities: stage.capabilities,
    openWire,
    ...(stage.session === undefined ? {} : { session: stage.session }),
    seed: options.seed,
    runs: options.runs,
    ...(options.path === undefined ? {} : { path: options.path }),
    strict: options.strict,
    controls: new Map(),
    resourceControls: new Map(),
    shared: new Map(),
    waiting: options.waiting,
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
