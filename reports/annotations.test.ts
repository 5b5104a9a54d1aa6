import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAnnotations } from './annotations.js';
import { matchesGolden } from './golden.js';
import { largeRun } from './sample-large-run.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

/** As the runner reads a line: commands that take a message and properties (actions/toolkit, `command.ts`, the other way round). */
function read(line: string): { readonly kind: string; readonly properties: Readonly<Record<string, string>>; readonly message: string } {
  const [, kind = '', properties = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  const undone = (text: string): string => text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return {
    kind,
    properties: Object.fromEntries(
      properties.split(',').map((one): [string, string] => [one.split('=')[0] ?? '', undone(one.split('=').slice(1).join('='))]),
    ),
    message: undone(message),
  };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

test('the annotations of each outcome read as agreed', (context) => {
  matchesGolden(context, 'annotations-violating.txt', renderAnnotations(violatingRun));
  matchesGolden(context, 'annotations-inconclusive.txt', renderAnnotations(inconclusiveRun));
  assert.equal(renderAnnotations(conformantRun), '');
});

test('they stand at the target file, or at the feature where there is none in the repository', () => {
  const at = (argument: string): string | undefined =>
    read(linesOf(renderAnnotations({ ...violatingRun, target: { ...violatingRun.target, argument } }))[0] ?? '').properties['file'];
  assert.equal(at('targets/acme.yaml'), 'targets/acme.yaml');
  assert.equal(at('https://as.example'), 'features/authorization-server/single-use.feature');
});

test('whatever a server sent stays within its command', () => {
  const run = {
    ...hostileRun,
    obstacle: 'x\n::set-env name=A::b\r\n::add-mask::c%0A::error::d',
    gate: {
      baseline: 'a,line=9::b\n.yaml',
      waived: 0,
      findings: [{ kind: 'stale' as const, rule: 'a:b,c=d', text: '::error::%25\n##[error]' }],
    },
  };
  const lines = linesOf(renderAnnotations(run));
  for (const line of lines) {
    const { kind, properties, message } = read(line);
    assert.match(kind, /^(error|warning|notice)$/);
    assert.ok(
      Object.keys(properties).every((name) => ['file', 'line', 'title'].includes(name)),
      line,
    );
    assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]/u);
    assert.ok(message.length < 2_000);
  }
  assert.equal(read(lines[0] ?? '').message, 'x\n::set-env name=A::b\\r\n::add-mask::c%0A::error::d');
  assert.deepEqual(read(lines.find((line) => line.includes('stale')) ?? '').properties, {
    file: 'a,line=9::b\\n.yaml',
    title: 'stale: a:b,c=d',
  });
});

test('what GitHub would drop is said in a notice', () => {
  const lines = linesOf(renderAnnotations(largeRun(300)));
  assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 9);
  assert.match(lines.at(-1) ?? '', /^::notice .*; 21 more are in the report$/);
});
