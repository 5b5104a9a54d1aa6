import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutantIds } from '../../mocks/mutants/load.js';
import { catalogue } from './features.js';
import { parseCatalogue } from './parse.js';
import { proseFaults } from './prose.js';

test('the features say what a rule has to say, once, and every rule has its mutant', () => {
  assert.deepEqual(proseFaults(catalogue(), mutantIds()), []);
});

const sound = `@authorization-server @rfc7636
Feature: A feature

  @rfc7636/4.6/a-rule @must @effect
  Rule: A verifier that does not match is refused
    RFC 7636 §4.6

    Because.

    Scenario: One
      Given an authorization code bound to a code challenge
      When the client redeems the code
      Then no access token is issued
`;

const faultsOf = (text: string, mutants = ['rfc7636/4.6/a-rule']): readonly string[] =>
  proseFaults(parseCatalogue([{ file: 'features/x.feature', text }]), mutants);

test('a sound feature has no faults', () => assert.deepEqual(faultsOf(sound), []));

for (const [what, from, to, fault] of [
  ['a modal title', 'is refused', 'must be refused', /obliges/],
  ['a title too long', 'is refused', `is refused ${'and so on '.repeat(6)}at last`, /characters/],
  ['an id of another form', 'a-rule @must', 'A_Rule @must', /<document>/],
  ['no section', 'RFC 7636 §4.6', 'somewhere', /names no section/],
  ['nothing judged', '      Then no access token is issued\n', '', /nothing is judged/],
  ['two Whens', 'Given an authorization', 'When an authorization', /two Whens/],
] as const) {
  test(`${what} is a fault`, () =>
    assert.match(faultsOf(sound.replace(from, to), ['rfc7636/4.6/a-rule', 'rfc7636/4.6/A_Rule']).join('\n'), fault));
}

test('a rule without a mutant is a fault', () => assert.match(faultsOf(sound, []).join('\n'), /no mutant/));
test('a mutant without a rule is a fault', () =>
  assert.match(faultsOf(sound, ['rfc7636/4.6/a-rule', 'rfc7636/4.6/gone']).join('\n'), /no such rule/));

for (const [what, text, message] of [
  ['two levels', sound.replace('@must', '@must @should'), /exactly one level/],
  ['no effect or form', sound.replace(' @effect', ''), /@effect or @form/],
  ['no addressee', sound.replace('@authorization-server ', ''), /addressee/],
] as const) {
  test(`a Rule with ${what} cannot be read`, () => assert.throws(() => faultsOf(text), message));
}
