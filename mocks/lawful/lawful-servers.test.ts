import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { RuleResult } from '../../support/run/run.js';
import { correctPolicies } from '../authorization-server/policy/policy.js';
import { judgedOnAllCores } from '../mutants/matrix-in-thread.js';
import { lawfulServers } from './lawful-servers.js';

const cases = Object.entries(lawfulServers).flatMap(([name, server]) => server.profiles.map((profile) => ({ name, server, profile })));

const fullest = (profiles: readonly string[]): string | undefined => profiles.find((profile) => profile === 'rfc9700') ?? profiles[0];

/** What would keep a server from being found conformant: a violation, a fault of ours, a must that could not be told; and every advisory. */
function held(results: readonly RuleResult[]): readonly (readonly (string | undefined)[])[] {
  return results.flatMap(({ rule, verdict, scenarios }) => {
    const binding = rule.level === 'must' || rule.level === 'doc';
    if (!['violated', 'error', 'advisory'].includes(verdict) && !(verdict === 'inconclusive' && binding)) return [];
    const told = scenarios.find((scenario) => scenario.verdict === verdict);
    return [[rule.id, verdict, told?.location, told?.expected, told?.received ?? told?.reason]];
  });
}

describe('lawful servers', () => {
  let answers: readonly (readonly RuleResult[])[] = [];
  before(async () => {
    // In full by one profile, for the strings that are compared; in the others, which differ in a few decisions, by a sample.
    answers = await judgedOnAllCores(
      cases.map(({ name, server, profile }) => ({
        profile,
        mutants: [],
        lawful: name,
        ...(profile === fullest(server.profiles) ? {} : { inFull: new Set() }),
      })),
    );
  });

  for (const [index, { name, server, profile }] of cases.entries()) {
    test(`${name}, by ${profile}`, () => {
      const results = answers[index] ?? [];
      assert.ok(results.some(({ verdict, rule }) => verdict === 'upheld' && (rule.level === 'must' || rule.level === 'doc')));
      const found = held(results);
      assert.deepEqual(
        found.filter(([id, verdict]) => !(verdict === 'advisory' && server.advised.includes(id ?? ''))),
        [],
        server.habit,
      );
    });
  }

  test('every advice that a server is due for is given to it in some profile', () => {
    for (const [name, { advised }] of Object.entries(lawfulServers)) {
      const given = cases.flatMap((one, index) => (one.name === name ? held(answers[index] ?? []).map(([id]) => id) : []));
      assert.deepEqual(
        advised.filter((id) => !given.includes(id)),
        [],
        name,
      );
    }
  });

  test('every habit replaces decisions that exist', () => {
    for (const [name, { profiles, asMutant }] of Object.entries(lawfulServers)) {
      for (const profile of profiles) {
        const correct = correctPolicies[profile];
        const replaced = typeof asMutant.replace === 'function' ? asMutant.replace(correct) : asMutant.replace;
        for (const decision of Object.keys(replaced)) assert.ok(decision in correct, `${name} replaces ${decision}, which is no decision`);
      }
    }
  });
});
