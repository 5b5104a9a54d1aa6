import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { conclude } from '../../reports/conclusion.js';
import { renderConsole } from '../../reports/console.js';
import { toCertificate } from '../../reports/certificate.js';
import { gateLines } from '../../reports/gate.js';
import { thinned } from '../../reports/thinning.js';
import { catalogue } from '../catalogue/features.js';
import { judgeServer } from '../run/judge-server.js';
import { MessageLog } from '../run/message-log.js';
import { matches } from '../run/plan.js';
import type { Run } from '../run/run.js';
import { gateKeeper } from './baseline.js';
import { embeddedStages } from './embedded.js';
import { liveProgress } from './live-progress.js';
import { collectGarbage } from './memory.js';
import type { CertifyOptions } from './options.js';
import { reportFolder, writeReports } from './report-files.js';
import { knownPrefixes, knownProfiles } from './selection.js';
import type { Staging } from './staging.js';
import { UsageError } from './usage-error.js';
import { targetStages } from './target-stages.js';

/** Judges a server, writes the reports and answers the exit code. */
export async function certify(prefixes: readonly string[], options: CertifyOptions): Promise<number> {
  knownPrefixes(prefixes);
  const profiles = knownProfiles(options.profile ?? []);
  const seed = options.seed ?? (options.shard === undefined ? randomInt(0x1_0000_0000) : seedOfShards);
  const gate = await gateKeeper(options, prefixes);
  await reportFolder(options.report);
  const progress = liveProgress(process.stderr, process.env, options.json);
  const staging =
    options.target === undefined
      ? await embeddedStages(profiles, options)
      : await targetStages(options.target, profiles, { ...options, patience: { told: progress.wait }, say: progress.say });
  await refuseForeignPrefixes(prefixes, staging);
  const messages = new MessageLog();
  try {
    const run = await judgeServer({
      stages: staging.stages,
      prefixes,
      seed,
      runs: options.runs ?? staging.runs,
      strict: options.strict,
      slow: options.slow,
      optIn: options.optIn,
      ...(options.shard === undefined ? {} : { shard: options.shard }),
      executor: { kind: 'cucumber', messages },
      ...(options.target === undefined ? {} : { argument: options.target }),
      progress: progress.show,
      redacted: staging.redacted,
      ...(staging.limitMet === undefined ? {} : { limitMet: staging.limitMet }),
      forget: (numbers) => {
        staging.forget(numbers);
        collectGarbage();
      },
    });
    progress.end();
    staging.forget(run.exchanges.map(({ n }) => n));
    collectGarbage();
    const told = thinned(redactedRun(gate.judge(run), staging));
    await writeReports(options.report, told, redactedLines(messages.lines, staging), argv(prefixes, options, seed));
    const { exitCode } = conclude(told);
    const written = await gate.write(told);
    if (options.json) process.stdout.write(`${JSON.stringify(toCertificate(told), null, 2)}\n`);
    else process.stdout.write(renderConsole(told, { ...terminal(), reportPath: join(options.report, 'index.html') }));
    if (options.json && told.gate !== undefined) process.stderr.write(`${gateLines(told.gate).join('\n')}\n`);
    if (written !== undefined) process.stderr.write(`${written}\n`);
    return exitCode;
  } finally {
    progress.end();
    await staging.close();
  }
}

/** What shards take that are told none: they have to agree on one. */
const seedOfShards = 1;

/** A prefix that none of the profiles holds would run nothing, and say of the server that it could not be judged. */
async function refuseForeignPrefixes(prefixes: readonly string[], staging: Staging): Promise<void> {
  const chosen = staging.stages.map(({ profile }) => profile);
  for (const prefix of prefixes) {
    const rules = catalogue().rules.filter(({ id }) => matches(id, [prefix]));
    const holding = [...new Set(rules.flatMap(({ profiles }) => profiles))];
    if (holding.some((profile) => chosen.includes(profile))) continue;
    await staging.close();
    throw new UsageError(`${prefix}: no rule of ${chosen.join(', ')} begins so. Add --profile ${holding.join(' or --profile ')}.`);
  }
}

/** The command line that repeats the run. */
function argv(prefixes: readonly string[], options: CertifyOptions, seed: number): readonly string[] {
  return [
    'certify',
    ...prefixes,
    ...(options.target === undefined ? [] : ['--target', options.target]),
    ...(options.profile ?? []).flatMap((name) => ['--profile', name]),
    ...(options.strict ? ['--strict'] : []),
    ...(options.slow ? [] : ['--no-slow']),
    ...(options.optIn ? ['--opt-in'] : []),
    ...(options.baseline === undefined ? [] : ['--baseline', options.baseline]),
    ...(options.shard === undefined ? [] : ['--shard', `${options.shard.index}/${options.shard.count}`]),
    '--seed',
    String(seed),
  ];
}

function terminal(): { colour: boolean; width: number } {
  const { stdout, env } = process;
  return { colour: Boolean(stdout.isTTY) && env['NO_COLOR'] === undefined, width: Math.min(stdout.columns ?? 100, 120) };
}

function* redactedLines(lines: readonly string[], { redactText }: Staging): Generator<string> {
  for (const line of lines) yield quotesTheWire(line) ? redactText(line) : line;
}

/** Of cucumber's messages only results and attachments can; the others are our own features and steps. */
function quotesTheWire(message: string): boolean {
  return !/^\{"(source|gherkinDocument|pickle|stepDefinition|parameterType|hook|meta|testCase|testRunStarted)"/.test(message);
}

/** The texts that quote the wire are redacted like the exchanges; the rules themselves are ours. */
function redactedRun(run: Run, { redactText }: Staging): Run {
  return {
    ...run,
    ...(run.obstacle === undefined ? {} : { obstacle: redactText(run.obstacle) }),
    ...(run.remedy === undefined ? {} : { remedy: redactText(run.remedy) }),
    rules: run.rules.map((result) => ({
      ...result,
      ...(result.reason === undefined ? {} : { reason: { ...result.reason, text: redactText(result.reason.text) } }),
      scenarios: result.scenarios.map((scenario) => withTexts(scenario, redactText)),
    })),
  };
}

/** The same value with every text in it changed. */
function withTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T & string;
  if (Array.isArray(value)) return value.map((item: unknown) => withTexts(item, change)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, withTexts(member, change)])) as T &
    object;
}
