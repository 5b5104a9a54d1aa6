import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderConsole } from './console.js';
import { matchesGolden } from './golden.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';
import { columns } from './terminal.js';

const plain = { colour: false, width: 88, reportPath: 'reports/latest/index.html' };

test('the report of each outcome reads as agreed', (context) => {
  matchesGolden(context, 'console-conformant.txt', renderConsole(conformantRun, plain));
  matchesGolden(context, 'console-violating.txt', renderConsole(violatingRun, plain));
  matchesGolden(context, 'console-inconclusive.txt', renderConsole(inconclusiveRun, plain));
  matchesGolden(context, 'console-hostile.txt', renderConsole(hostileRun, plain));
  matchesGolden(context, 'console-colour.txt', renderConsole(violatingRun, { ...plain, colour: true, width: 100 }));
});

test('colour changes nothing but colour', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    const coloured = renderConsole(run, { ...plain, colour: true });
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), renderConsole(run, plain));
  }
});

test('nothing that a server sent can act on the terminal', () => {
  const text = renderConsole(hostileRun, plain);
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.ok(text.length < 30_000, 'a huge answer is cut short');
});

test('no line but a command is wider than the terminal', () => {
  for (const width of [50, 72, 88, 120]) {
    for (const run of [conformantRun, violatingRun, inconclusiveRun]) {
      const lines = renderConsole(run, { ...plain, width }).split('\n');
      const commands = /^ {2}(Again|By hand| {7}) .*(curl|pkce-conformance|open )|features\//;
      for (const line of lines.filter((candidate) => !commands.test(candidate)))
        assert.ok(columns(line) <= width, `${columns(line)} > ${width}: ${line}`);
    }
  }
});

test('many rules left open for one cause say it once', () => {
  const text = renderConsole(inconclusiveRun, plain);
  assert.match(text, /4 rules inconclusive for one cause/);
  assert.equal(text.split('the token endpoint cannot be reached').length - 1, 1);
  assert.ok(text.startsWith('CANNOT JUDGE'));
});

test('a limit of the target is said beside the headline', () => {
  const text = renderConsole({ ...conformantRun, target: { ...conformantRun.target, limits: ['issue-only'] } }, plain);
  assert.match(text, /CONFORMANT .*issue-only/);
});

test('the counts at the head are broken into lines where they are too long for one, and not cut', () => {
  const head = renderConsole(violatingRun, { ...plain, width: 50 });
  assert.match(head.replaceAll(/\n +/g, ' '), /for authorization servers: \d+ run, \d+ not applicable/);
});
