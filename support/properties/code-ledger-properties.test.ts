import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { courtBefore as courtOf } from '../../mocks/mutants/matrix-court.js';
import { Violation, type Counterexample } from '../verdict/findings.js';
import { noStoryOfCodesEndsIn, ownVerifierAlone, storiesOfCodes } from './code-ledger-properties.js';
import type { CodeFault } from './code-faults.js';
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
    story: /(a pause of|is tried with) .*redeemed as it was issued: a token was issued$/,
  },
  {
    fault: 'tokens for a refresh token that has expired',
    mutant: 'rfc6749/6/expired-refresh-token+tolerance',
    story: /refresh token \d is used \d+ s later, its lifetime over: a token was issued$/,
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

/** The counterexample that the property has. */
async function counterexampleOf(property: () => Promise<void>): Promise<Counterexample> {
  let found: Counterexample | undefined;
  await assert.rejects(property, (error) => {
    assert.ok(error instanceof Violation, String(error));
    found = error.detail.counterexample;
    assert.deepEqual(error.detail.exchanges, [...new Set(found?.steps?.flatMap(({ exchanges }) => exchanges))]);
    return true;
  });
  assert.ok(found);
  return found;
}

describe('a story that ends badly', () => {
  const mutant = 'rfc9700/4.14.2/rotated-refresh-token-replay';

  test('is told step by step, each with its exchanges', async () => {
    const { steps = [], value } = await counterexampleOf(async () => storiesOfCodes(await courtBefore(mutant)));
    assert.deepEqual(value, steps.map(({ text }, index) => `${index + 1}. ${text}`).join('; '));
    assert.equal(steps.length, 5, value);
    for (const { text, exchanges } of steps) assert.ok(exchanges.length > 0, text);
  });

  test('comes again by its seed and path alone', async () => {
    const { value, path, shrinks } = await counterexampleOf(async () => storiesOfCodes(await courtBefore(mutant)));
    assert.ok(shrinks > 0);
    const replayed = await counterexampleOf(async () => {
      const court = await courtBefore(mutant);
      return storiesOfCodes({ ...court, trials: { ...court.trials, path } });
    });
    assert.deepEqual([replayed.value, replayed.runs], [value, 1]);
  });
});

test('a path that another property was told leaves this one as it is', async () => {
  const court = await courtBefore('rfc6749/4.1.2/expired-code');
  const along = (path: string): Court => ({ ...court, trials: { ...court.trials, path } });
  for (const path of ['3:0:1', 'nowhere', 'nowhere~BAB:C']) {
    await assert.rejects(noStoryOfCodesEndsIn(along(path), 'a token for a code that has expired'), Violation, path);
  }
  for (const path of ['1:2~BAB:C', 'nowhere']) await assert.rejects(lifetimeHolds(along(path), 60), Violation, path);
});

describe('the verifiers of several codes', () => {
  test('are kept apart by the correct mock', async () => ownVerifierAlone(await courtBefore()));

  test('are mixed up where the challenge is kept for the client', async () => {
    const { value } = await counterexampleOf(async () => ownVerifierAlone(await courtBefore('rfc7636/4.4/verifier-of-another-code')));
    assert.match(
      value,
      /^1\. code 1 is issued[^;]*; 2\. code 2 is issued[^;]*; 3\. code \d is redeemed with the verifier of another code: a token was issued$/,
    );
  });

  test('are not mixed up where a new code cancels the one before', async () => {
    const court = { ...(await courtBefore('rfc7636/4.4/challenge-survives-later-authorization')), concurrent: false };
    const judged = ['a refusal although nothing was wrong'] as const;
    await storiesOfCodes({ ...court, trials: { seed: 3, runs: 200 } }, judged);
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
