import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as junit2json from 'junit2json';
import { matchesGolden } from './golden.js';
import { renderJunit } from './junit.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

test('the JUnit report of each outcome reads as agreed', (context) => {
  matchesGolden(context, 'junit-conformant.xml', renderJunit(conformantRun));
  matchesGolden(context, 'junit-violating.xml', renderJunit(violatingRun));
  matchesGolden(context, 'junit-inconclusive.xml', renderJunit(inconclusiveRun));
});

test('the counts of a suite are those of its cases', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    const text = renderJunit(run);
    const [, tests, failures, errors, skipped] =
      /<testsuites [^>]*tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(text) ?? [];
    const occurrences = (mark: string): string => String(text.split(mark).length - 1);
    assert.equal(tests, occurrences('<testcase '));
    assert.equal(failures, occurrences('<failure '));
    assert.equal(errors, occurrences('<error '));
    assert.equal(skipped, occurrences('<skipped '));
  }
});

test('a must that could not be judged is an error, and a should is skipped unless it is strict', () => {
  const should = (strict: boolean): string =>
    renderJunit({
      ...violatingRun,
      strict,
      rules: violatingRun.rules.map((result) => ({ ...result, rule: { ...result.rule, level: 'should' as const } })),
    });
  assert.match(renderJunit(violatingRun), /<error type="inconclusive"/);
  assert.doesNotMatch(should(false), /<error type="inconclusive"/);
  assert.match(should(true), /<error type="inconclusive"/);
});

test('no two cases bear the same name', () => {
  for (const run of [conformantRun, violatingRun, hostileRun]) {
    const names = [...renderJunit(run).matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(
      ([, name, rule]) => `${rule} ${name}`,
    );
    assert.equal(new Set(names).size, names.length);
  }
});

test('whatever a server sent, the XML is legal and holds no markup of its making', () => {
  const text = renderJunit(hostileRun);
  assert.doesNotMatch(text, /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  assert.doesNotMatch(text, /<script|<img|]]>/);
  assert.ok(text.length < 60_000);
  const tags = [...text.matchAll(/<\/?([\w-]+)/g)].map(([, name]) => name);
  const known = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-out'];
  assert.deepEqual(
    [...new Set(tags)].filter((name) => !known.includes(name ?? '')),
    [],
  );
});

test('another reader of JUnit finds what the run holds', async () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    const read = (await junit2json.parse(renderJunit(run))) as junit2json.TestSuites | null | undefined;
    const suites = read?.testsuite ?? [];
    const cases = suites.flatMap(({ testcase = [] }) => testcase);
    assert.equal(cases.length, read?.tests);
    for (const { testcase = [], tests, failures, errors, skipped } of suites) {
      const having = (kind: 'failure' | 'error' | 'skipped'): number => testcase.filter((one) => one[kind] !== undefined).length;
      assert.deepEqual([testcase.length, having('failure'), having('error'), having('skipped')], [tests, failures, errors, skipped]);
    }
    const failed = new Set(cases.filter(({ failure }) => failure !== undefined).map(({ classname }) => classname));
    const violated = run.rules.filter(({ verdict }) => verdict === 'violated').map(({ rule }) => rule.id);
    assert.deepEqual([...failed].sort(), violated.sort());
  }
});
