import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderEarl } from './earl.js';
import { matchesGolden } from './golden.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

interface Node {
  readonly '@id'?: string;
  readonly '@type': string | readonly string[];
  readonly 'earl:assertedBy'?: { readonly '@id': string };
  readonly 'earl:subject'?: { readonly '@id': string };
  readonly 'earl:test'?: { readonly '@id': string };
  readonly 'earl:result'?: { readonly 'earl:outcome': { readonly '@id': string }; readonly 'dct:description': string };
}

interface Document {
  readonly '@context': Readonly<Record<string, string>>;
  readonly '@graph': readonly Node[];
}

const read = (text: string): Document => JSON.parse(text) as Document;

test('the EARL of a run with violations reads as agreed', (context) => {
  matchesGolden(context, 'earl-violating.jsonld', renderEarl(violatingRun));
});

test('an assertion for each rule, by an assertor and of a subject that are in the document', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    const { '@graph': graph } = read(renderEarl(run));
    const ids = graph.flatMap((node) => node['@id'] ?? []);
    const assertions = graph.filter((node) => node['@type'] === 'earl:Assertion');
    assert.deepEqual(
      assertions.map((node) => node['earl:test']?.['@id']),
      run.rules.map(({ rule }) => `rule:${rule.id}`),
    );
    for (const node of assertions) {
      for (const party of [node['earl:assertedBy'], node['earl:subject']]) assert.ok(ids.includes(party?.['@id'] ?? 'none'));
      assert.match(node['earl:result']?.['earl:outcome']['@id'] ?? '', /^earl:(passed|failed|cantTell|inapplicable|untested)$/);
      assert.doesNotMatch(node['earl:result']?.['dct:description'] ?? '', /[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  }
});

test('every name is of a vocabulary that the context names, and is in the namespace of W3C', () => {
  const { '@context': context, '@graph': graph } = read(renderEarl(violatingRun));
  assert.equal(context['earl'], 'http://www.w3.org/ns/earl#');
  const names = [...JSON.stringify(graph).matchAll(/"(?:@id|@type)":"([a-z]+):|"([a-z]+):\w+":/g)].flatMap(
    ([, one, other]) => one ?? other ?? [],
  );
  assert.ok(names.length > 50);
  assert.deepEqual(
    [...new Set(names)].filter((name) => !(name in context)),
    [],
  );
});

test('nothing but what is upheld has passed, and a waiver makes nothing pass', () => {
  const outcomes = new Map(
    read(renderEarl(violatingRun))['@graph'].map((node) => [node['earl:test']?.['@id'], node['earl:result']?.['earl:outcome']['@id']]),
  );
  for (const { rule, verdict } of violatingRun.rules) assert.equal(outcomes.get(`rule:${rule.id}`) === 'earl:passed', verdict === 'upheld');
  assert.equal(outcomes.get('rule:pkce-access-token/expiry/code-after-five-minutes'), 'earl:failed');
  assert.equal(outcomes.get('rule:rfc7636/7.1/verifier-kept-secret'), 'earl:untested');
});
