import type { Run } from '../support/run/run.js';
import { markup, type Markup } from './markup.js';
import { duration } from './words.js';

/** Where a report comes from, as far as the one who renders it knows. */
export interface Provenance {
  /** As typed. */
  readonly commandLine?: string;
  /** SHA-256, hexadecimal: of the features, of the target file. */
  readonly digests?: readonly { readonly name: string; readonly sha256: string }[];
}

/** Who said what about the target, and what it takes to bring about the same run again. */
export function foot(run: Run, { commandLine, digests = [] }: Provenance): Markup {
  const facts = [
    ['Suite', `${run.suite.name} ${run.suite.version}`],
    ['Seed', String(run.seed)],
    ['Strict', run.strict ? 'yes: a broken should is a violation' : 'no'],
    ['Begun', run.startedAt],
    ['Lasted', `${duration(run.durationMs)}, ${duration(run.waitedMs)} of it waiting`],
    ['Complete', run.complete ? 'yes' : 'no: narrowed by a prefix, a shard or --no-slow'],
    ...(commandLine === undefined ? [] : [['Command', commandLine]]),
    ...digests.map(({ name, sha256 }) => [`SHA-256 of ${name}`, sha256]),
  ] as const;
  return markup`<footer id="provenance">
<h2>Provenance</h2>
<dl>${facts.map(([label = '', value = '']) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<div class="tables">
<table><caption>What the target can do, and how that was decided</caption>
<thead><tr><th scope="col">Capability</th><th scope="col">Value</th><th scope="col">Decided by</th></tr></thead>
<tbody>${run.capabilities.map(({ name, value, by }) => markup`<tr><th scope="row">${name}</th><td>${typeof value === 'string' ? value.slice(0, 400) : value ? 'yes' : 'no'}</td><td>${by}</td></tr>`)}</tbody></table>
<table><caption>Endpoints</caption>
<tbody>${Object.entries(run.target.endpoints).map(([name, url]) => markup`<tr><th scope="row">${name}</th><td>${url.slice(0, 400)}</td></tr>`)}</tbody></table>
</div>
</footer>`;
}
