import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { mutantsOf, ruleOf, rulesOf, told, trial, verdictsOf, type Trial, type Verdicts } from './matrix.js';

/** The profiles whose every rule is proven by a mutant. */
const profiles = ['pkce-access-token', 'challenge-code-token'];

for (const profile of profiles) {
  describe(profile, () => {
    let baseline: Verdicts;
    const trials: Trial[] = [];
    before(async () => {
      baseline = await verdictsOf(profile, []);
    });

    test('the correct mock upholds every rule', () => {
      const fallen = [...baseline.values()].filter(
        ({ verdict, rule }) => verdict !== 'upheld' && !(rule.level === 'may' && verdict === 'noted'),
      );
      assert.deepEqual(
        fallen.map(({ rule, verdict, reason, scenarios }) => [
          rule.id,
          verdict,
          reason?.text,
          scenarios.find((scenario) => scenario.verdict === verdict),
        ]),
        [],
      );
      assert.deepEqual(
        [...baseline.keys()].toSorted(),
        rulesOf(profile)
          .map(({ id }) => id)
          .toSorted(),
      );
    });

    test('every rule has a mutant of its own', () => {
      const proven = new Set(mutantsOf(profile).map(ruleOf));
      assert.deepEqual(
        rulesOf(profile)
          .filter(({ id, sameAs }) => sameAs === undefined && !proven.has(id))
          .map(({ id }) => id),
        [],
      );
    });

    for (const mutant of mutantsOf(profile)) {
      test(mutant, async () => {
        const result = await trial(profile, mutant, baseline);
        trials.push(result);
        assert.deepEqual(result.errors, []);
        assert.equal(result.breaks[0], ruleOf(mutant), 'a mutant breaks the rule that it is named for');
        assert.deepEqual(result.killedBy.toSorted(), result.breaks.toSorted(), 'the rules that found it out are those that it names');
      });
    }

    test('the matrix', () => {
      console.log(told(profile, rulesOf(profile), trials));
    });
  });
}
