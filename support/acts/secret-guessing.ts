import { once } from '../actors/changes.js';
import { withWrongPassword } from '../actors/client-credentials.js';
import { outcomeOf } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** Tries wrong secrets one after the other, then the right one with a fresh code. */
export async function guess(world: ConformanceWorld, times: number): Promise<void> {
  const { client } = world;
  const code = await client.obtainCode();
  const guesses: Exchange[] = [];
  for (let guessed = 0; guessed < times; guessed += 1) {
    guesses.push(await client.redeem(code, withWrongPassword(client.registration), once()));
    if (isHeldUp(guesses.at(-1))) break;
  }
  world.answers = guesses;
  await world.obtainCode();
  await world.redeem();
}

/** Guessing is held up by a rate limit, a wait or a lock; that it is not is noted. */
export function heldUpOrNoted({ answers, answer, judge }: ConformanceWorld): void {
  if (answers.some(isHeldUp) || outcomeOf(answer).kind !== 'granted') return;
  judge.note(`${answers.length} wrong secrets in a row were answered at once, and the right one after them was taken`);
}

/** Says in whatever way: not now. */
function isHeldUp(exchange: Exchange | undefined): boolean {
  if (exchange?.outcome.kind !== 'answer') return exchange !== undefined;
  const { status, headers } = exchange.outcome;
  return status === 429 || status === 503 || headers['retry-after'] !== undefined;
}
