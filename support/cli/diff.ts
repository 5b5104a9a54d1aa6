import { difference, renderDifference } from '../../reports/diff.js';
import { readCertificates } from './certificate-file.js';

/** Tells what changed between two certificates: 0 nothing is worse, 1 something is; a file that is none is usage. */
export async function diff(before: string, after: string, { json }: { json: boolean }): Promise<number> {
  const [one, other] = await readCertificates([before, after]);
  if (one === undefined || other === undefined) throw new Error('two files were named');
  const told = difference(one, other);
  process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : renderDifference(told));
  return told.worse ? 1 : 0;
}
