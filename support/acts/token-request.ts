import { without, type Change } from '../actors/changes.js';
import { randomValue } from '../actors/random-value.js';
import { wrongFrame } from '../actors/wrong-frames.js';
import { malformedBody } from '../protocol/malformed-bodies.js';
import type { FormOracle } from '../verdict/answer-form.js';
import { demandControl } from '../verdict/demand-control.js';
import { NothingToJudge } from '../verdict/findings.js';
import { hungUp } from '../verdict/malformed-request.js';
import { outcomeOf } from '../verdict/outcome.js';
import { notHelped } from '../verdict/tolerances.js';
import type { ConformanceWorld } from '../world.js';

/** The code may lawfully be used up by a request that was refused; whether it was is worth knowing. */
export async function noTokenAndCodeNoted(world: ConformanceWorld): Promise<void> {
  await world.judge.notIssued(world.answer);
  const again = outcomeOf(await world.client.redeem(world.code));
  world.judge.note(`the code was ${again.kind === 'granted' ? 'still good' : 'no longer good'} afterwards`);
}

/** What the request held besides has not made it succeed: the same with these changes instead is refused, or granted as well. */
export async function notHelpedBy(world: ConformanceWorld, addition: string, ...changes: readonly Change[]): Promise<void> {
  const { client, judge, answer } = world;
  await notHelped(judge, addition, answer, async () => client.redeem(await client.obtainCode(), ...changes));
}

/** The same of what the request had in its query: left out altogether, it was not missed any less. */
export async function queryHasNotHelped(world: ConformanceWorld): Promise<void> {
  const names = [...new URL(world.answer.request.url).searchParams.keys()];
  await notHelpedBy(world, 'the parameters in the query', ...names.map((name) => without(name)));
}

/** Asks for a grant that needs no code, with the credentials of a resource owner who does not exist. */
export async function askForGrant(world: ConformanceWorld, grantType: string): Promise<void> {
  const { client } = world;
  const draft = client.authenticated([
    ['grant_type', grantType],
    ['client_id', client.registration.client_id],
    ['username', randomValue()],
    ['password', randomValue()],
  ]);
  world.answer = await client.wire.send(draft);
}

/** Asks with the user's own password where the target file tells it, and otherwise with one that would fail anyway. */
export async function askByPassword(world: ConformanceWorld): Promise<void> {
  const { client } = world;
  const { username = randomValue(), password = randomValue() } = client.target.login;
  const scope = client.registration.scope ?? client.target.scope;
  const draft = client.authenticated([
    ['grant_type', 'password'],
    ['client_id', client.registration.client_id],
    ['username', username],
    ['password', password],
    ...(scope === undefined ? [] : [['scope', scope] as const]),
  ]);
  world.answer = await client.wire.send(draft);
}

/** Sends these octets where a token request belongs. */
export async function sendMalformedBody(world: ConformanceWorld, phrase: string): Promise<void> {
  const { form: _form, ...draft } = world.client.authenticated([]);
  const contentType = 'application/x-www-form-urlencoded';
  world.answer = await world.client.wire.send({ ...draft, body: malformedBody(phrase), contentType });
}

/** A well-formed token request in a message that is not. */
export async function redeemInFrame(world: ConformanceWorld, phrase: string): Promise<void> {
  const { client, code } = world;
  world.answer = await client.wire.sendRaw(client.tokenRequest(code), wrongFrame(phrase));
}

/** A server that hangs up on a message that is broken has refused it. */
export async function refusedOrHungUp(world: ConformanceWorld, oracle: FormOracle): Promise<void> {
  if (!hungUp(world.answer)) return world.judge.refusalForm(world.answer, oracle);
  await demandControl({ control: () => world.control() });
  world.judge.note('the server closed the connection');
}

/** RFC 6749 §3.2: whatever query the URI of the token endpoint has is kept. */
export async function issuedBesideQuery(world: ConformanceWorld): Promise<void> {
  if (!world.client.tokenEndpoint.includes('?')) throw new NothingToJudge('the URI of the token endpoint has no query');
  await world.judge.issued(world.answer);
}
