import type { RaceResult } from '../wire/wire.js';

/**
 * Round after round. One that the server's rate limit broke into is told and not counted, one of which it let nothing through is
 * not even told; as many are made up for as there were to be. A round by which it is `over` is the last: nothing is left to be
 * found out.
 */
export async function raceRounds(
  rounds: number,
  race: () => Promise<RaceResult>,
  over: (round: RaceResult) => boolean = () => false,
): Promise<readonly RaceResult[]> {
  const results: RaceResult[] = [];
  for (let counted = 0, lost = 0; counted < rounds;) {
    const result = await race();
    const limited = result.exchanges.filter(({ outcome }) => outcome.kind === 'answer' && outcome.status === 429).length;
    if (limited < result.exchanges.length || lost === rounds) results.push(result);
    if (over(result)) break;
    if (limited === 0 || lost === rounds) counted += 1;
    else lost += 1;
  }
  return results;
}
