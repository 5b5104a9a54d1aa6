import type { Run } from '../support/run/run.js';
import { markup, type Markup } from './markup.js';
import { cut } from './terminal.js';
import { duration } from './words.js';

/** Who said what about the target, and what it takes to bring about the same run again. */
export function foot(run: Run): Markup {
  const { provenance } = run;
  const facts: readonly (readonly [string, string])[] = [
    ['Suite', `${run.suite.name} ${run.suite.version}`],
    ['Begun', run.startedAt],
    ['Lasted', `${duration(run.durationMs)}${run.waitedMs >= 1_000 ? `, ${duration(run.waitedMs)} of it waiting` : ''}`],
    ['Complete', run.complete ? 'yes' : 'no: narrowed by a prefix, a shard or --no-slow'],
    ['Strict', run.strict ? 'yes: a broken should is a violation' : 'no: a broken should is an advisory'],
    ['Seed', String(run.seed)],
    ...(provenance === undefined ? [] : [['Command', ['pkce-conformance', ...provenance.commandLine].join(' ')] as const]),
    ...Object.entries(provenance?.digests ?? {}).map(([name, digest]) => [digestNames[name] ?? name, digest] as const),
  ];
  return markup`<footer id="provenance">
<h2>Provenance</h2>
<dl>${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${cut(value, 1_000)}</dd></div>`)}</dl>
<div class="tables">
${table('What the target can do', ['Capability', 'Value', 'Decided by'], run.capabilities.map(told))}
${table('Where it is reached', ['Endpoint', 'URL'], Object.entries(run.target.endpoints))}
${table(
  'As whom it was asked',
  ['Client', 'Type'],
  run.target.clients.map(({ client_id, type }) => [client_id, type]),
)}
</div>
</footer>`;
}

const digestNames: Readonly<Record<string, string>> = {
  features: 'SHA-256 of the features',
  target: 'SHA-256 of the target file',
  endpoints: 'SHA-256 of the endpoints',
  metadata: 'SHA-256 of the metadata',
};

function told({ name, value, by, undecided }: Run['capabilities'][number]): readonly string[] {
  if (undecided !== undefined) return [name, `not found out: ${undecided}`, by];
  return [name, typeof value === 'string' ? value : value ? 'yes' : 'no', by];
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Markup | undefined {
  if (rows.length === 0) return undefined;
  const row = ([first = '', ...rest]: readonly string[]): Markup =>
    markup`<tr><th scope="row">${cut(first, 200)}</th>${rest.map((cell) => markup`<td>${cut(cell, 400)}</td>`)}</tr>`;
  return markup`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, 60).map(row)}</tbody></table>`;
}
