import { randomValue } from '../actors/random-value.js';
import { formOf } from '../verdict/answer-form.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import { outcomeOf } from '../verdict/outcome.js';
import { namedScope } from '../verdict/response-members.js';
import type { ConformanceWorld } from '../world.js';

/** Asks for a scope that nobody knows, beside those of the target; a server that refuses it reduces nothing. */
export async function redeemWithUnknownScope(world: ConformanceWorld): Promise<void> {
  const scope = world.client.registration.scope ?? world.client.target.scope;
  if (scope === undefined) throw new NothingToJudge('the target names no scope');
  const authorization = await world.client.authorize({ scope: `${scope} ${randomValue()}` });
  if (authorization.kind === 'refused') throw new NothingToJudge('the server refuses a scope that it does not know');
  world.code = authorization.code;
  await world.redeem();
}

/**
 * The response names the scope that is left. One that names none says that the unknown scope was granted, which is
 * disproven where the server grants nothing for that scope alone; where it does, every name may be a scope to it.
 */
export async function reductionIsReported(world: ConformanceWorld): Promise<void> {
  await world.judge.response(world.answer);
  if (namedScope(formOf(world.answer)) !== undefined) return;
  const alone = await world.client.authorize({ scope: randomValue() });
  const granted = alone.kind === 'code' && outcomeOf(await world.client.redeem(alone.code)).kind === 'granted';
  if (granted) throw new NothingToJudge('the server grants a scope that nobody knows, so nothing shows that it was left out');
  throw new Violation('a scope member that names what was granted', 'no scope, though a scope that nobody knows was asked for', {
    exchanges: [world.answer.n],
  });
}
