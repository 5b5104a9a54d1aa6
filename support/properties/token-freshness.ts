import { NothingToJudge } from '../verdict/findings.js';
import { hardToGuess } from '../verdict/guessing.js';
import { tokenIn } from '../verdict/outcome.js';
import type { Court } from './court.js';

/** Fewer values show nothing. */
const enough = 20;

/** All tokens of that kind that the server issues to the client are different, and hold enough that changes. */
export async function tokensAreHardToGuess(court: Court, name: 'access_token' | 'refresh_token'): Promise<void> {
  const harvest = await court.once('harvest of tokens', () => harvested(court));
  const values = harvest.flatMap((tokens) => tokens[name] ?? []);
  if (values.length < enough) throw new NothingToJudge(`only ${values.length} ${name}s were issued; ${enough} are needed to tell`);
  court.judge.note(hardToGuess(`${name}s`, values));
}

interface Harvest {
  readonly access_token: string | undefined;
  readonly refresh_token: string | undefined;
}

async function harvested({ client, trials }: Court): Promise<readonly Harvest[]> {
  const harvest: Harvest[] = [];
  for (let run = 0; run < Math.max(trials.runs, enough); run += 1) {
    const answer = await client.redeem(await client.obtainCode());
    harvest.push({ access_token: tokenIn(answer, 'access_token'), refresh_token: tokenIn(answer, 'refresh_token') });
  }
  return harvest;
}
