import { tokenIn } from '../verdict/outcome.js';
import { unguessable } from '../verdict/unguessable.js';
import type { Court } from './court.js';

/** Fewer values would show nothing. */
const enough = 20;

/** All tokens of that kind that the server issues to the client are different, and hold enough that changes. */
export async function tokensAreHardToGuess(court: Court, name: 'access_token' | 'refresh_token'): Promise<void> {
  const harvest = await court.once('harvest of tokens', () => harvested(court));
  court.judge.note(
    unguessable(
      harvest.flatMap((tokens) => tokens[name] ?? []),
      'codes',
    ),
  );
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
