import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { courtBefore as courtOf } from '../../mocks/mutants/matrix-court.js';
import { Violation } from '../verdict/findings.js';
import { noStoryOfCodesEndsIn, ownVerifierAlone } from './code-ledger-properties.js';
import { codeFaults, type CodeFault } from './code-ledger.js';
import type { Court } from './court.js';
import { lifetimeHolds } from './redemption-properties.js';

const courtBefore = (...mutants: readonly string[]): Promise<Court> => courtOf('rfc9700', mutants, { seed: 11, runs: 500 });

const endings: readonly { fault: CodeFault; mutant: string; story: RegExp }[] = [
  {
    fault: 'a second token for one code',
    mutant: 'rfc6749/4.1.2/redeemed-code-again',
    story:
      /^1\. code 1 is issued[^;]*; 2\. code 1 is redeemed [^;]*a token was issued[^;]*; 3\. code 1 is redeemed [^;]*a token was issued[^;]*$/,
  },
  {
    fault: 'a token for a code that has expired',
    mutant: 'rfc6749/4.1.2/expired-code',
    story: /a pause of .*redeemed as it was issued: a token was issued$/,
  },
  {
    fault: 'a token for the code of another client',
    mutant: 'rfc6749/4.1.3/code-client-binding',
    story: /^1\. code 1 is issued; 2\. code 1 is redeemed by another client: a token was issued$/,
  },
  {
    fault: 'a token under another redirect_uri',
    mutant: 'rfc6749/4.1.3/mismatched-redirect-uri',
    story: /^1\. code 1 is issued; 2\. code 1 is redeemed under another redirect_uri: a token was issued$/,
  },
];

describe('stories of codes', () => {
  test('end well before the correct mock', async () => {
    const court = await courtBefore();
    for (const { fault } of endings) await noStoryOfCodesEndsIn(court, fault);
  });

  for (const { fault, mutant, story } of endings) {
    test(`end in ${fault} before ${mutant}, and the shortest is told`, async () => {
      await assert.rejects(noStoryOfCodesEndsIn(await courtBefore(mutant), fault), (error) => {
        assert.ok(error instanceof Violation, String(error));
        assert.match(error.detail.counterexample?.value ?? '', story);
        return true;
      });
    });

    test(`of another fault say nothing of ${mutant}`, async () => {
      const court = { ...(await courtBefore(mutant)), trials: { seed: 11, runs: 50 } };
      for (const other of endings) if (other.fault !== fault) await noStoryOfCodesEndsIn(court, other.fault);
    });
  }

  test('of a fault that nobody knows are not told', async () => {
    await assert.rejects(noStoryOfCodesEndsIn(await courtBefore(), 'a token for nothing'), RangeError);
  });
});

describe('the lifetime of a code', () => {
  test('has one end before the correct mock', async () => lifetimeHolds(await courtBefore(), 60));

  for (const [mutant, age] of [
    ['rfc6749/4.1.2/expired-code', /after 60001 ms$/],
    ['rfc6749/4.1.2/expired-code+early', /after 59\d{3} ms$/],
  ] as const) {
    test(`is found out before ${mutant}, to the millisecond`, async () => {
      await assert.rejects(lifetimeHolds(await courtBefore(mutant), 60), (error) => {
        assert.ok(error instanceof Violation, String(error));
        assert.match(error.detail.counterexample?.value ?? '', age);
        return true;
      });
    });
  }
});
