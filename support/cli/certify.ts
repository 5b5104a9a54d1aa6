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
import { tellActions, withoutCommands } from './actions.js';
import { gateKeeper } from './baseline.js';
import { commandLine } from './command-line.js';
import { digests } from './digests.js';
import { embeddedStages, type EmbeddedOptions } from './embedded.js';
import { watchForInterruption } from './interruption.js';
import { liveProgress } from './live-progress.js';
import { collectGarbage, collectGarbageSeldom } from './memory.js';
import type { CertifyOptions } from './options.js';
import { holdsReport, reportFolder, writeReports } from './report-files.js';
import { redactedLines, redactedRun } from './redacted-run.js';
import { knownPrefixes, knownProfiles } from './selection.js';
import { readPrivateKey } from './signing-key.js';
import type { Staging } from './staging.js';
import { UsageError } from './usage-error.js';
import { targetStages } from './target-stages.js';

/** Judges a server, writes the reports and answers the exit code. How the embedded mock is reached is for the bench to say: a command line leaves it. */
export async function certify(
  prefixes: readonly string[],
  options: CertifyOptions & Pick<EmbeddedOptions, 'by' | 'recorder'>,
): Promise<number> {
  knownPrefixes(prefixes);
  const profiles = knownProfiles(options.profile ?? []);
  if (options.path !== undefined && options.seed === undefined)
    throw new UsageError('--path means nothing without the seed of its run: take both from the report, --seed N --path …');
  const seed = options.seed ?? (options.shard === undefined ? randomInt(0x1_0000_0000) : seedOfShards);
  const gate = await gateKeeper(options, prefixes);
  const signing = options.sign === undefined ? undefined : await readPrivateKey(options.sign);
  await reportFolder(options.report);
  const progress = liveProgress(process.stderr, process.env, options.json);
  const given: { staging?: Staging } = {};
  let reached = 'before its first scenario';
  const unwatch = watchForInterruption(
    () => {
      progress.end();
      const earlier = holdsReport(options.report) ? `; what ${options.report} holds is of an earlier run` : '';
      return `interrupted ${reached}: nothing is judged, and no report was written${earlier}`;
    },
    async () => given.staging?.close(),
  );
  const staging =
    options.target === undefined
      ? await embeddedStages(profiles, options)
      : await targetStages(options.target, profiles, { ...options, patience: { told: progress.wait }, say: progress.say });
  given.staging = staging;
  await refuseForeignPrefixes(prefixes, staging);
  const messages = new MessageLog();
  try {
    const run = await judgeServer({
      stages: staging.stages,
      prefixes,
      seed,
      runs: options.runs ?? staging.runs,
      ...(options.path === undefined ? {} : { path: options.path }),
      strict: options.strict,
      slow: options.slow,
      optIn: options.optIn,
      ...(options.shard === undefined ? {} : { shard: options.shard }),
      executor: { kind: 'cucumber', messages },
      ...(options.target === undefined ? {} : { argument: options.target }),
      progress: (state) => {
        reached = `after ${state.done} of ${state.total} scenarios`;
        progress.show(state);
      },
      redacted: (n) => {
        const exchange = staging.redacted(n);
        staging.forget([n]);
        return exchange;
      },
      ...(staging.limitMet === undefined ? {} : { limitMet: staging.limitMet }),
      forget: (numbers) => {
        staging.forget(numbers);
        collectGarbageSeldom();
      },
    });
    progress.end();
    unwatch();
    collectGarbage();
    const provenance = {
      commandLine: commandLine(prefixes, options, seed).map(staging.redactText),
      digests: digests(run, staging.digests),
    };
    const told = thinned(redactedRun({ ...gate.judge(run), provenance }, staging));
    await writeReports(options.report, told, redactedLines(messages.lines(), staging), signing);
    const { exitCode } = conclude(told);
    const written = await gate.write(told);
    if (options.json) process.stdout.write(`${JSON.stringify(toCertificate(told), null, 2)}\n`);
    else
      process.stdout.write(
        withoutCommands(renderConsole(told, { ...terminal(), reportPath: join(options.report, 'index.html') }), process.env),
      );
    await tellActions(told, process.env);
    if (options.json && told.gate !== undefined) process.stderr.write(`${gateLines(told.gate).join('\n')}\n`);
    if (written !== undefined) process.stderr.write(`${written}\n`);
    return exitCode;
  } finally {
    unwatch();
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

function terminal(): { colour: boolean; width: number } {
  const { stdout, env } = process;
  return { colour: Boolean(stdout.isTTY) && env['NO_COLOR'] === undefined, width: Math.min(stdout.columns ?? 100, 120) };
}
