import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Rule } from '../../support/catalogue/rule.js';
import { loadMutant, mutantIds } from './load.js';
import { ruleOf, rulesOf, told, trial, verdictsOf, type Trial, type Verdicts } from './matrix.js';

/** A mutant of an RFC rule is tried in the first of these profiles in which it shows. */
const profiles = ['rfc9700', 'rfc7636', 'oidc', 'oauth-2.1'] as const;
type Profile = (typeof profiles)[number];

/** Every rule of an RFC profile, once. */
export function rfcRules(): readonly Rule[] {
  return [...new Map(profiles.flatMap(rulesOf).map((rule) => [rule.id, rule])).values()];
}

/**
 * Declares the tests of one part of the RFC matrix: part 1 also holds what is true of the correct mock. Each mutant is
 * tried by the rules that it names in full and by a sample of all the others.
 */
export function proveRfcRules(part: number, of: number): void {
  const ids = new Set(rfcRules().map(({ id }) => id));
  const mutants = mutantIds().filter((mutant) => ids.has(ruleOf(mutant)));
  const own = mutants.filter((_, index) => index % of === part - 1);

  describe(`RFC rules, part ${part} of ${of}`, () => {
    const baselines = new Map<Profile, Verdicts>();
    const trials: Trial[] = [];
    const named = new Set(own.flatMap((mutant) => [ruleOf(mutant), ...loadMutant(mutant).breaks]));
    before(async () => {
      for (const profile of profiles) baselines.set(profile, await verdictsOf(profile, [], part === 1 ? undefined : named));
    });
    const judges = (profile: Profile, id: string): boolean => ['upheld', 'noted'].includes(baselines.get(profile)?.get(id)?.verdict ?? '');
    const homeOf = (id: string): Profile | undefined => profiles.find((profile) => judges(profile, id));

    /** In the first profile in which the mutant shows; one that shows in none has survived, and the first speaks for all. */
    const tried = async (mutant: string): Promise<{ home: Profile; result: Trial }> => {
      const tries: { home: Profile; result: Trial }[] = [];
      for (const home of profiles.filter((profile) => judges(profile, ruleOf(mutant)))) {
        const result = await trial(home, mutant, baselines.get(home) ?? new Map(), 'sampled');
        tries.push({ home, result });
        if (result.killedBy.includes(ruleOf(mutant))) return { home, result };
      }
      const [first] = tries;
      assert.ok(first, 'no profile of the mock can judge the rule');
      return first;
    };

    /** Of the rules, those that the mutant breaks in no other profile either: where plain is refused, much is upheld by that alone. */
    const unbroken = async (mutant: string, rules: readonly string[], home: Profile): Promise<readonly string[]> => {
      let left = rules;
      for (const profile of profiles.filter((other) => other !== home)) {
        if (left.length === 0) return left;
        const { killedBy } = await trial(profile, mutant, baselines.get(profile) ?? new Map(), 'sampled');
        left = left.filter((id) => !killedBy.includes(id));
      }
      return left;
    };

    if (part === 1) {
      test('the correct mock upholds every rule that its profile can judge', () => {
        const fallen = [...baselines].flatMap(([profile, verdicts]) =>
          [...verdicts.values()]
            .filter(({ verdict, rule }) => !['upheld', 'not-applicable', ...(rule.level === 'may' ? ['noted'] : [])].includes(verdict))
            .map(({ rule, verdict, scenarios }) => [profile, rule.id, verdict, scenarios.find((scenario) => scenario.verdict === verdict)]),
        );
        assert.deepEqual(fallen, []);
      });

      test('every rule with scenarios is upheld in some profile', () => {
        assert.deepEqual(
          rfcRules()
            .filter(({ id }) => homeOf(id) === undefined)
            .map(({ id }) => id),
          [],
        );
      });

      test('every rule has a mutant of its own', () => {
        const proven = new Set(mutants.map(ruleOf));
        assert.deepEqual(
          rfcRules()
            .filter(({ id, sameAs }) => sameAs === undefined && !proven.has(id))
            .map(({ id }) => id),
          [],
        );
      });
    }

    for (const mutant of own) {
      test(mutant, async () => {
        const { home, result } = await tried(mutant);
        trials.push(result);
        assert.deepEqual(result.errors, []);
        assert.equal(result.breaks[0], ruleOf(mutant), 'a mutant breaks the rule that it is named for');
        const stray = result.killedBy.filter((id) => !result.breaks.includes(id));
        assert.deepEqual(stray, [], `found out in ${home} by rules that it does not name`);
        const silent = result.breaks.filter((id) => judges(home, id) && !result.killedBy.includes(id));
        assert.deepEqual(await unbroken(mutant, silent, home), [], 'names rules that do not find it out in any profile');
      });
    }

    test('the matrix', () => {
      console.log(told(`RFC rules, part ${part} of ${of}`, rfcRules(), trials));
    });
  });
}
