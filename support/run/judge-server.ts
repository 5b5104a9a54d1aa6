import { catalogue } from '../catalogue/features.js';
import { suite } from '../package-root.js';
import { bindingRules, worstOfProfiles } from './conformance.js';
import { earlyEnd } from './early-end.js';
import { ages, plan, sampled, selectRules, type Plan, type SampledPlan } from './plan.js';
import type { Capability, Run } from './run.js';
import { shared } from './shard.js';
import { stageSession } from './stage-session.js';
import type { RunOptions, Stage } from './stage.js';
import { Waiting } from './waiting.js';

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
  let done = 0;
  const violated = new Set<string>();
  const told = (rule: string, breaks: boolean): void => {
    done += 1;
    if (breaks) violated.add(rule);
    tell(rule);
  };
  const waiting = new Waiting(() => options.limitMet?.() !== undefined);
  const tell = (rule: string): void => options.progress?.({ done, total, rule, violations: violated.size, waitingMs: waiting.leftMs });
  const sessions = options.stages.map((stage, index) => stageSession(stage, plans[index] ?? nothing, { ...options, told, waiting }));
  const total = sessions.reduce((sum, session) => sum + session.scenarios, 0);
  for (const session of sessions) await session.open();
  for (const session of sessions) {
    await session.runQuick();
    options.forget?.(session.unshown());
  }
  const waitingSince = performance.now();
  const countdown = setInterval(() => tell(''), 1000);
  try {
    for (const session of sessions) await session.runAgeing();
  } finally {
    clearInterval(countdown);
  }
  const waitedMs = options.stages.some(({ clock }) => clock.advance === undefined) ? performance.now() - waitingSince : 0;
  if (options.limitMet?.() === undefined) for (const session of sessions) await session.confirm();
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
  const unnarrowed =
    options.prefixes.length === 0 && options.path === undefined && !results.some(({ reason }) => reason?.code === 'no-slow');
  const [first] = options.stages;
  if (!first) throw new Error('a run needs a profile');
  const shown = new Set(merged.flatMap(({ scenarios }) => scenarios.flatMap(({ exchanges }) => exchanges)));
  return {
    suite,
    target: {
      role: 'authorization-server',
      name: first.target.name,
      ...(first.target.issuer === undefined ? {} : { issuer: first.target.issuer }),
      // Those of the issuer named above; further profiles add what it does not have.
      endpoints: Object.assign({}, ...options.stages.toReversed().map(({ target }) => target.endpoints)) as Record<string, string>,
      clients: options.stages
        .flatMap(({ target }) => target.clients.map(({ client_id, type }) => ({ client_id, type })))
        .filter((one, at, all) => all.findIndex((other) => other.client_id === one.client_id) === at),
      ...(options.argument === undefined ? {} : { argument: options.argument }),
      limits: options.stages.some(({ profile, target }) => profile === 'challenge-code-token' && target.proof === undefined)
        ? ['issue-only']
        : [],
    },
    profiles: judgedProfiles.map(({ name, conformant }) => ({ name, conformant })),
    capabilities: [...first.capabilities, ...codeLifetime(first)],
    seed: options.seed,
    strict: options.strict,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - began),
    waitedMs: Math.round(waitedMs),
    agedScenarios: plans.reduce((sum, { pickles }) => sum + pickles.filter(ages).length, 0),
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

/** Stands in the certificate as it was declared; no probe measures it. The PKCE Access Token document leaves nothing to declare. */
function codeLifetime({ profile, target: { lifetimes } }: Stage): readonly Capability[] {
  const { code } = lifetimes;
  if (profile === 'pkce-access-token') return [{ name: 'code_lifetime', value: '300 s', by: 'default' }];
  return code === undefined ? [] : [{ name: 'code_lifetime', value: `${code} s`, by: 'declared' }];
}
