import fc from 'fast-check';
import { validity } from '../actors/validity.js';
import { decodedText, type FormField } from '../protocol/form.js';
import type { Court } from './court.js';
import { encodeMasks, writtenUnder, type EncodeMask } from './form-arbitraries.js';
import { holds } from './hold.js';

/** A redemption means the same in whatever order its parameters stand and however their values are written. */
export function orderAndWritingAreInert({ client, judge, trials }: Court): Promise<void> {
  const inputs = fc.record({
    order: fc.array(fc.nat({ max: 99 }), { minLength: 8, maxLength: 8 }),
    masks: fc.array(encodeMasks(), { minLength: 8, maxLength: 8 }),
  });
  let told = '';
  const judged = async (rewriting: Rewriting): Promise<void> => {
    const code = await client.obtainCode();
    try {
      await judge.issued(await client.redeem(code, (draft) => ({ ...draft, form: rewritten(draft.form ?? [], rewriting) })));
    } catch (error) {
      told = rewritingTold(client.tokenRequest(code).form ?? [], rewriting);
      throw error;
    }
  };
  return holds(trials, inputs, judged, () => told);
}

interface Rewriting {
  /** The weight of each parameter: they are sent from the lightest to the heaviest. */
  readonly order: readonly number[];
  readonly masks: readonly EncodeMask[];
}

function rewritten(fields: readonly FormField[], { order, masks }: Rewriting): readonly FormField[] {
  const weighed = fields.map(([name, value], index) => {
    const mask = masks[index % masks.length];
    return { weight: order[index % order.length] ?? 0, field: [name, mask ? writtenUnder(mask, value) : value] as const };
  });
  return weighed.toSorted((one, other) => one.weight - other.weight).map(({ field }) => field);
}

/** Names and writings, no values: some of them are secrets. */
function rewritingTold(fields: readonly FormField[], rewriting: Rewriting): string {
  const order = rewritten(fields, rewriting).map(([name]) => decodedText(name));
  const escaped = fields.flatMap(([name], index) => {
    const { mask, hexCase } = rewriting.masks[index % rewriting.masks.length] ?? { mask: [], hexCase: 'upper' };
    return mask.includes(true) || hexCase === 'lower'
      ? [`${decodedText(name)} (${mask.map(Number).join('')} repeated, ${hexCase} case)`]
      : [];
  });
  return `${order.join(', ')}${escaped.length > 0 ? `; escaped: ${escaped.join(', ')}` : ''}`;
}

/** However many redemptions of one code arrive together, at most one yields a token. */
export function noRaceYieldsTwoTokens({ client, judge, trials }: Court): Promise<void> {
  const judged = async (copies: number): Promise<void> => {
    const code = await client.obtainCode();
    const { exchanges } = await client.wire.race(Array.from({ length: copies }, () => client.tokenRequest(code)));
    await judge.atMostOneIssued(exchanges);
  };
  return holds(trials, fc.integer({ min: 2, max: 32 }), judged, (copies) => `${copies} copies of one redemption`);
}

/** A code is good at any age below its lifetime (seconds); needs a clock that can be moved. */
export function goodUntil(court: Court, lifetime: number): Promise<void> {
  const { client, judge, trials } = court;
  const { tolerance } = client.target.lifetimes;
  const judged = async (early: number): Promise<void> => {
    const code = await client.obtainCode();
    await court.until(validity(code, { lifetime, tolerance }).almostOver - early);
    await judge.issued(await client.redeem(code));
  };
  return holds(trials, momentsWithin(lifetime * 1000), judged, (early) => `a code with ${early} ms or more to live`);
}

/** A code is dead at any age beyond its lifetime (seconds); needs a clock that can be moved. */
export function deadAfter(court: Court, lifetime: number): Promise<void> {
  const { client, judge, trials } = court;
  const { tolerance } = client.target.lifetimes;
  const judged = async (late: number): Promise<void> => {
    const code = await client.obtainCode();
    await court.until(validity(code, { lifetime, tolerance }).expired + late);
    await judge.notIssued(await client.redeem(code));
  };
  return holds(trials, momentsWithin(lifetime * 2000), judged, (late) => `a code that has been dead for ${late} ms`);
}

/**
 * However long a code has waited, it is redeemed up to its lifetime (seconds) and not from then on: there is one
 * switch, and no second one. Several codes of different ages each time; needs a clock that can be moved.
 */
export function lifetimeHolds(court: Court, lifetime: number): Promise<void> {
  const { client, judge, trials } = court;
  const { tolerance } = client.target.lifetimes;
  const span = lifetime * 1000;
  const ages = fc.array(fc.oneof(fc.integer({ min: span - 2000, max: span + 2000 }), fc.nat({ max: span * 3 })), {
    minLength: 1,
    maxLength: 4,
  });
  const judged = async (waits: readonly number[]): Promise<void> => {
    for (const wait of waits) {
      const code = await client.obtainCode();
      const { almostOver, expired } = validity(code, { lifetime, tolerance });
      const at = code.receivedAt + wait;
      await court.until(at);
      const answer = await client.redeem(code);
      if (at <= almostOver) await judge.issued(answer);
      if (at >= expired) await judge.notIssued(answer);
    }
  };
  return holds(trials, ages, judged, (waits) => `codes redeemed after ${waits.join(', ')} ms`);
}

/** Milliseconds up to the most, the smallest more often: there the switch lies. */
function momentsWithin(most: number): fc.Arbitrary<number> {
  return fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: most }));
}
