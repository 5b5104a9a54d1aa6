import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { catalogue } from '../../support/catalogue/features.js';
import type { RuleResult } from '../../support/run/run.js';
import { correctPolicies } from '../authorization-server/policy/policy.js';
import { rfcProfiles } from '../authorization-server/profile.js';
import { judgedOnAllCores } from '../mutants/matrix-in-thread.js';
import { faultsInTheWild } from './in-the-wild.js';

const rules = new Map(catalogue().rules.map((rule) => [rule.id, rule]));
const cases = Object.entries(faultsInTheWild).flatMap(([name, fault]) =>
  rfcProfiles.flatMap((profile) => (rules.get(fault.foundBy)?.profiles.includes(profile) ? [{ name, fault, profile }] : [])),
);

describe('faults that servers have had', () => {
  let answers: readonly (readonly RuleResult[])[] = [];
  before(async () => {
    answers = await judgedOnAllCores(
      cases.map(({ name, fault, profile }) => ({ profile, mutants: [], inTheWild: name, prefixes: [fault.foundBy] })),
    );
  });

  for (const [name, { fault, foundBy, replace }] of Object.entries(faultsInTheWild)) {
    test(`${name} is found by ${foundBy}`, () => {
      const verdicts = cases.flatMap((one, index) =>
        one.name === name ? (answers[index] ?? []).filter(({ rule }) => rule.id === foundBy).map(({ verdict }) => verdict) : [],
      );
      assert.ok(
        verdicts.some((verdict) => verdict === 'violated' || verdict === 'advisory'),
        `${fault}: ${verdicts.join(', ')}`,
      );
      for (const decision of Object.keys(typeof replace === 'function' ? replace(correctPolicies.rfc9700) : replace))
        assert.ok(decision in correctPolicies.rfc9700, `${decision} is no decision`);
    });
  }
});
