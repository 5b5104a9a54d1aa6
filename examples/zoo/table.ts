import type { Certified } from './certified.js';

const verdicts = ['upheld', 'violated', 'advisory', 'noted', 'inconclusive', 'error'];
const columns = ['rules run', ...verdicts, 'ageing', 'durationMs', 'seconds', 'against expected.json'];
const NAME = 30;

/** The first line of the table. */
export const titles = line('server', columns);

/**
 * One server: how many of its rules got which verdict, how many scenarios waited for something to expire, how long its
 * certificate took and how long all of it, from start to stop, and whether the verdicts were to be expected.
 */
export function row(name: string, judged: Certified | undefined, seconds: number, differences: number): string {
  const rules = judged?.certificate.rules ?? [];
  const counts = verdicts.map((verdict) => String(rules.filter((rule) => rule.verdict === verdict).length));
  const run = String(rules.filter(({ verdict }) => verdict !== 'not-applicable').length);
  const { ageing, durationMs = 0 } = judged?.certificate ?? {};
  const took = [String(ageing?.scenarios ?? 0), String(durationMs), seconds.toFixed(1)];
  return line(name, [run, ...counts, ...took, differences === 0 ? 'equal' : `${differences} unlike`]);
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(NAME), ...cells.map((cell, index) => cell.padStart(columns[index]?.length ?? 0))].join('  ').trimEnd();
}
