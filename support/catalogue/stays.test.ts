import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCatalogue } from './parse.js';

const feature = (scenarios: string): string => `@authorization-server @rfc7636
Feature: Something
  @rfc7636/1/one @must @effect
  Rule: One thing is so
    RFC 7636 §1
${scenarios}`;

const staysIn = (scenarios: string): readonly (readonly [string, string | undefined])[] =>
  parseCatalogue([{ file: 'features/one.feature', text: feature(scenarios) }]).rules.flatMap((rule) =>
    rule.scenarios.map(({ name, stays }) => [name, stays] as const),
  );

test('a comment speaks for the scenario, the examples or the row below it, and for nothing else', () => {
  assert.deepEqual(
    staysIn(`
    # Stays: it only notes.
    @needs-plain
    Scenario: Noted
      Then it is noted

    Scenario: Judged
      Then it is judged

    Scenario Outline: <what>
      Then <what> is so

      Examples: Some
        | what  |
        | first |
        # Stays: the row of the control.
        | second |

      # Stays: for each of them.
      Examples: More
        | what  |
        | third |
        | fourth |
`),
    [
      ['Noted', 'it only notes.'],
      ['Judged', undefined],
      ['first', undefined],
      ['second', 'the row of the control.'],
      ['third', 'for each of them.'],
      ['fourth', 'for each of them.'],
    ],
  );
});

test('above an outline it speaks for every row', () => {
  const outline = `
    # Stays: all of them.
    Scenario Outline: <what>
      Then <what> is so

      Examples: Some
        | what  |
        | first |
        | second |
`;
  assert.deepEqual(
    staysIn(outline).map(([, stays]) => stays),
    ['all of them.', 'all of them.'],
  );
});

test('a comment without a reason, or above nothing, is refused with its line', () => {
  assert.throws(
    () => staysIn('\n    # Stays:\n    Scenario: One\n      Then it is so\n'),
    /features\/one\.feature:7: "# Stays:" gives the reason/,
  );
  assert.throws(() => staysIn('\n    Scenario: One\n      Then it is so\n    # Stays: it is last.\n'), /features\/one\.feature:9: /);
});
