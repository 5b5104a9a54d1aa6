import { join } from 'node:path';
import { toCertificate } from '../../reports/certificate.js';
import { conclude } from '../../reports/conclusion.js';
import { renderConsole } from '../../reports/console.js';
import { joined, whyNotJoined } from '../../reports/merge.js';
import { runOf } from '../../reports/run-of-certificate.js';
import { catalogue } from '../catalogue/features.js';
import type { Run } from '../run/run.js';
import { tellActions, withoutCommands } from './actions.js';
import { gateKeeper } from './baseline.js';
import { readCertificates } from './certificate-file.js';
import { reportFolder, writeReports } from './report-files.js';
import { readPrivateKey } from './signing-key.js';
import { UsageError } from './usage-error.js';

export interface MergeOptions {
  readonly report?: string;
  readonly baseline?: string;
  readonly sign?: string;
  readonly json: boolean;
}

/** Joins the certificates of several shards into that of one run, prints it or writes its reports, and answers its exit code. */
export async function merge(files: readonly string[], options: MergeOptions): Promise<number> {
  const signing = options.sign === undefined ? undefined : await readPrivateKey(options.sign);
  if (signing !== undefined && options.report === undefined)
    throw new UsageError('--sign: the signature is written beside certificate.json; say where with --report.');
  const gate = await gateKeeper(options, []);
  const { rules } = catalogue();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const runs = (await readCertificates(files)).map((certificate) => runOf(certificate, (id) => byId.get(id)));
  const fault = whyNotJoined(runs, files);
  if (fault !== undefined) throw new UsageError(`These are not the parts of one run: ${fault}.`);
  const run = gate.judge(joined(runs, placeOf(runs)));
  if (options.report !== undefined) {
    await reportFolder(options.report);
    await writeReports(options.report, run, undefined, signing);
  }
  if (options.json || options.report === undefined) process.stdout.write(`${JSON.stringify(toCertificate(run), null, 2)}\n`);
  else
    process.stdout.write(
      withoutCommands(renderConsole(run, { colour: false, width: 100, reportPath: join(options.report, 'index.html') }), process.env),
    );
  await tellActions(run, process.env);
  const { exitCode, headline, sentence } = conclude(run);
  process.stderr.write(`${headline}   ${sentence}\n`);
  return exitCode;
}

/** The order of one run: profile after profile, each rule where the first profile that holds it has it. */
function placeOf(runs: readonly Run[]): (id: string) => number {
  const names = [
    ...new Set(runs.toSorted((a, b) => b.profiles.length - a.profiles.length).flatMap(({ profiles }) => profiles.map(({ name }) => name))),
  ];
  const { rules } = catalogue();
  const order = [...new Set(names.flatMap((name) => rules.filter(({ profiles }) => profiles.includes(name)).map(({ id }) => id)))];
  const places = new Map(order.map((id, place) => [id, place]));
  return (id) => places.get(id) ?? order.length;
}
