import fc from 'fast-check';
import { withFieldAt } from '../actors/changes.js';
import { anotherValueOf, type Repetition } from '../actors/token-request-faults.js';
import { decodedText, type FormField, type FormText } from '../protocol/form.js';
import { places } from './arbitraries.js';
import type { Court } from './court.js';
import { unknownFields } from './form-arbitraries.js';
import { holds } from './hold.js';

/** RFC 6749 §3.2: whatever stands beside the parameters of a redemption, and wherever, changes nothing. */
export function unknownParametersChangeNothing({ client, judge, trials }: Court): Promise<void> {
  const inputs = fc.record({ fields: unknownFields(), at: places() });
  const judged = async ({ fields, at }: { fields: readonly FormField[]; at: number }): Promise<void> => {
    const code = await client.obtainCode();
    await judge.issued(await client.redeem(code, ...fields.map((field, index) => withFieldAt((at + index) % 6, field))));
  };
  return holds(trials, inputs, judged, ({ fields, at }) => `${fields.map(fieldTold).join(', ')} from field ${(at % 6) + 1} on`);
}

/** RFC 6749 §3.2: no redemption that says one of its parameters twice yields a token, wherever the second one stands. */
export function noRepetitionRedeems({ client, judge, trials }: Court, repetition: Repetition): Promise<void> {
  const names = ['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier'];
  const judged = async ({ name, at }: { name: string; at: number }): Promise<void> => {
    const code = await client.obtainCode();
    const fields = client.tokenRequest(code).form ?? [];
    const own = fields.find(([known]) => known === name)?.[1] ?? '';
    const again = withFieldAt(at % (fields.length + 1), [name, repetition === 'has two values' ? anotherValueOf(name) : own]);
    await judge.notIssued(await client.redeem(code, again));
  };
  const story = ({ name, at }: { name: string; at: number }): string =>
    `${name} once more, as field ${(at % (names.length + 1)) + 1}, with ${repetition === 'has two values' ? 'another' : 'the same'} value`;
  return holds(trials, fc.record({ name: fc.constantFrom(...names), at: places() }), judged, story);
}

function fieldTold([name, value]: readonly [FormText, FormText]): string {
  return `${JSON.stringify(decodedText(name))}: ${JSON.stringify(decodedText(value))}`;
}
