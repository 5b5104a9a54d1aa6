import type { Change } from '../actors/changes.js';
import type { NamedWish } from '../actors/authorization-wishes.js';
import type { AuthorizationWish } from '../actors/client.js';
import type { ConformanceWorld } from '../world.js';

/** Walks the flow as the wish has it and as the other one has it, and keeps both answers, that to the wish first. */
async function walkSideBySide(
  world: ConformanceWorld,
  wish: AuthorizationWish,
  beside: AuthorizationWish,
  changes: () => readonly Change[] = () => [],
): Promise<void> {
  await world.walkFlow(beside, ...changes());
  const other = world.answer;
  await world.walkFlow(wish, ...changes());
  world.answers = [world.answer, other];
}

/** Walks the flow as the wish has it and then without any challenge, the code redeemed alike both times. */
export function walkBesideNone(world: ConformanceWorld, wish: AuthorizationWish, changes: () => readonly Change[]): Promise<void> {
  return walkSideBySide(world, wish, { challenge: null, method: null }, changes);
}

/** Walks the flow as the wish has it and, with a challenge of its own, as it would be without a method. */
export function walkBesideOmittedMethod(world: ConformanceWorld, wish: NamedWish): Promise<void> {
  return walkSideBySide(world, wish(), { ...wish(), method: null });
}
