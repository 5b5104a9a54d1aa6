import { PickleStepType } from '@cucumber/messages';
import type { Catalogue, PlannedPickle } from './parse.js';
import type { Rule } from './rule.js';

const idForm =
  /^(rfc\d{4}|oauth-2\.1|oidc-core|oidc-discovery|challenge-code-token|pkce-access-token)\/[a-z0-9.-]+\/[a-z0-9]+(-[a-z0-9]+)*$/;
const modal = /\b(must|shall|should|may|ought|verify that|check that|ensure)\b/i;
const longestTitle = 76;
const longestWhy = 4;

/** What is wrong with the prose of the features, one sentence a fault, with file and line. Empty when nothing is. */
export function proseFaults({ rules, pickles }: Catalogue, mutants: readonly string[]): readonly string[] {
  return [
    ...rules.flatMap((rule) => ruleFaults(rule, mutants)),
    ...repeatedFaults(rules, 'id', ({ id }) => id),
    ...repeatedFaults(rules, 'title', ({ title, role, profiles }) => `${title} (${role} ${profiles.join(' ')})`),
    ...pickles.flatMap(scenarioFaults),
    ...mutants.flatMap((mutant) =>
      rules.some(({ id }) => mutant === id || mutant.startsWith(`${id}+`)) ? [] : [`mocks/mutants/${mutant}.ts: there is no such rule`],
    ),
  ];
}

function ruleFaults(rule: Rule, mutants: readonly string[]): string[] {
  const { id, title, source, why, excluded, sameAs, scenarios, conditions, feature } = rule;
  const faults = [
    idForm.test(id) ? '' : `the id ${id} is not <document>/<section>/<slug>`,
    title.length <= longestTitle ? '' : `the title has ${title.length} characters; ${longestTitle} are the most`,
    modal.test(title) ? `the title "${title}" obliges where it should state` : '',
    /^[A-Z].*[^.]$/.test(title) ? '' : 'a title begins with a capital and ends without a full stop',
    /§|document|App\. /.test(source) ? '' : `the first line of the description, "${source}", names no section`,
    why.length <= longestWhy * 100 ? '' : 'the reason is longer than four lines',
    scenarios.length > 0 || excluded !== undefined ? '' : 'a rule has scenarios, or says why it has none',
    excluded === undefined || conditions.includes('not-observable') ? '' : 'an excluded rule is tagged @not-observable',
    excluded !== undefined || sameAs !== undefined || mutants.some((mutant) => mutant === id || mutant.startsWith(`${id}+`))
      ? ''
      : 'no mutant proves that this rule can fail',
  ];
  return faults.filter(Boolean).map((fault) => `${feature.file}:${feature.line}  ${id}: ${fault}`);
}

function scenarioFaults({ pickle, location, rule }: PlannedPickle): string[] {
  const property = pickle.tags.some(({ name }) => name === '@property');
  const actions = pickle.steps.filter(({ type }) => type === PickleStepType.ACTION).length;
  const steps = pickle.steps.length;
  const background = property ? 2 : 0;
  const faults = [
    property || (steps >= 3 && steps <= 7) ? '' : `${steps} steps; a scenario has three to seven`,
    !property || steps <= 1 + background + 1 ? '' : 'a property is a single Then',
    actions <= 1 ? '' : 'two Whens: the first is a Given in the perfect tense',
    pickle.steps.some(({ type }) => type === PickleStepType.OUTCOME) ? '' : 'nothing is judged',
    pickle.steps.some(({ text }) => modal.test(text)) ? 'a step obliges where it should state' : '',
  ];
  return faults.filter(Boolean).map((fault) => `${location}  ${rule.id}: ${fault}`);
}

function repeatedFaults(rules: readonly Rule[], what: string, of: (rule: Rule) => string): string[] {
  const first = new Map<string, Rule>();
  return rules.flatMap((rule) => {
    const before = first.get(of(rule));
    first.set(of(rule), before ?? rule);
    return before
      ? [
          `${rule.feature.file}:${rule.feature.line}  ${rule.id}: the ${what} stands already in ${before.feature.file}:${before.feature.line}`,
        ]
      : [];
  });
}
