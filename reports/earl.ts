import type { RuleResult, Run } from '../support/run/run.js';
import type { Standing } from '../support/verdict/verdict.js';
import { cause } from './console-failures.js';
import { standings } from './standing.js';
import { cut, visible } from './terminal.js';

/** A run in the vocabulary of W3C EARL 1.0, as JSON-LD: an assertion for each rule. */
export function renderEarl(run: Run): string {
  const { suite, target } = run;
  const document = {
    '@context': {
      earl: 'http://www.w3.org/ns/earl#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      rule: `urn:${suite.name}:rule:`,
    },
    '@graph': [
      { '@id': '_:suite', '@type': ['earl:Assertor', 'earl:Software'], 'dct:title': suite.name, 'dct:hasVersion': suite.version },
      {
        '@id': '_:target',
        '@type': 'earl:TestSubject',
        'dct:title': shown(target.name),
        ...(target.issuer === undefined ? {} : { 'dct:identifier': shown(target.issuer) }),
      },
      ...run.rules.map((result) => assertion(run, result)),
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function assertion(run: Run, result: RuleResult): object {
  const { rule, verdict } = result;
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': { '@id': '_:suite' },
    'earl:subject': { '@id': '_:target' },
    'earl:mode': { '@id': 'earl:automatic' },
    'earl:test': {
      '@id': `rule:${rule.id}`,
      '@type': 'earl:TestRequirement',
      'dct:title': rule.title,
      'dct:bibliographicCitation': rule.source,
      'dct:type': rule.level,
    },
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': { '@id': rule.excluded === undefined ? outcomes[verdict] : 'earl:untested' },
      'dct:date': { '@type': 'xsd:dateTime', '@value': run.startedAt },
      'dct:description': described(result),
    },
  };
}

/** A `may` binds nobody: what is noted of one is neither passed nor failed. A waiver does not make a rule hold. */
const outcomes: Readonly<Record<Standing, string>> = {
  upheld: 'earl:passed',
  violated: 'earl:failed',
  advisory: 'earl:failed',
  waived: 'earl:failed',
  inconclusive: 'earl:cantTell',
  error: 'earl:cantTell',
  noted: 'earl:inapplicable',
  'not-applicable': 'earl:inapplicable',
};

function described(result: RuleResult): string {
  const { rule, verdict, reason, waiver, scenarios } = result;
  const { word } = standings[verdict];
  if (rule.excluded !== undefined) return shown(`not observable from outside: ${rule.excluded}`);
  if (reason !== undefined) return shown(`${word}: ${reason.text}`);
  if (waiver !== undefined) return shown(`${word}: ${waiver.reason}`);
  if (verdict === 'inconclusive' || verdict === 'error') return shown(`${word}: ${cause(result)}`);
  const found = scenarios.find((scenario) => scenario.verdict === verdict && scenario.received !== undefined);
  if (found === undefined) return `${word} in ${scenarios.length} scenarios`;
  return shown(`${word}: ${found.name}: expected ${found.expected ?? 'otherwise'}, received ${found.received ?? ''}`);
}

function shown(text: string): string {
  return visible(cut(text, 1_000));
}
