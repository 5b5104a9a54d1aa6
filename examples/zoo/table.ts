import type { Certified } from './certified.js';

const verdicts = ['upheld', 'violated', 'advisory', 'noted', 'inconclusive', 'error'];
const columns = ['rules run', ...verdicts, 'seconds', 'against expected.json'];
const NAME = 30;

/** The first line of the table. */
export const titles = line('server', columns);

/** One server: how many of its rules got which verdict, how long it took, and whether that was to be expected. */
export function row(name: string, judged: Certified | undefined, seconds: number, differences: number): string {
  const rules = judged?.certificate.rules ?? [];
  const counts = verdicts.map((verdict) => String(rules.filter((rule) => rule.verdict === verdict).length));
  const run = String(rules.filter(({ verdict }) => verdict !== 'not-applicable').length);
  return line(name, [run, ...counts, seconds.toFixed(1), differences === 0 ? 'equal' : `${differences} unlike`]);
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(NAME), ...cells.map((cell, index) => cell.padStart(columns[index]?.length ?? 0))].join('  ').trimEnd();
}
