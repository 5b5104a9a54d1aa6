import type { Run } from '../support/run/run.js';
import { documentOf, nameOf } from './documents.js';
import { exchangesOf } from './exchanges.js';
import { markup, type Markup } from './markup.js';
import { duration } from './words.js';

interface Row {
  readonly label: string;
  readonly href: string;
  /** Milliseconds since the first exchange. */
  readonly busy: readonly (readonly [start: number, end: number])[];
  readonly waits: readonly (readonly [start: number, end: number])[];
  /** When a scenario that broke a rule ended. */
  readonly broke: readonly number[];
}

const wholeWidth = 990;
const margin = 20;
const rowHeight = 20;

/** When each document was busy, and which rules sat waiting for something to grow old; drawn from the exchanges that the run holds. */
export function timeline(run: Run): Markup {
  const times = run.exchanges.flatMap(({ at, response }) => {
    const start = Date.parse(at);
    return Number.isFinite(start) ? [[start, start + (response?.ms ?? 0)] as const] : [];
  });
  if (times.length === 0)
    return markup`<section class="document" id="timeline"><h2>Timeline</h2><p>The run holds no exchange.</p></section>`;
  const origin = times.reduce((least, [start]) => Math.min(least, start), Infinity);
  const span = Math.max(1, times.reduce((most, [, end]) => Math.max(most, end), 0) - origin);
  const waiting = waitingRows(run, origin, span);
  const rows = [...documentRows(run, origin), ...waiting];
  const height = rows.length * rowHeight + 34;
  const labelWidth = Math.min(290, 24 + 6.5 * rows.reduce((most, { label }) => Math.max(most, label.length), 0));
  const scale: Scale = { span, left: labelWidth, width: wholeWidth - labelWidth - margin };
  const said = `${duration(span)} on the clock of the target`;
  return markup`<section class="document" id="timeline">
<h2>Timeline <small>${said}; when each document was tried${rows.some(({ broke }) => broke.length > 0) ? ', in red what broke a rule' : ''}${waiting.length === 0 ? '' : ', and what waited'}</small></h2>
<svg viewBox="0 0 ${wholeWidth} ${height}" role="group" aria-label="Timeline: ${said}; ${waiting.length === 0 ? 'no rule waited' : `${waiting.length} rows of waiting rules, listed below`}">
${axis(scale, rows.length * rowHeight + 8)}
${rows.map((row, index) => drawn(row, index, scale))}
</svg>
${waiting.length === 0 ? undefined : markup`<ul class="waits">${waiting.map(({ label, href, waits }) => markup`<li><a href="${href}"><code>${label}</code></a> waited ${duration(waits.reduce((sum, [start, end]) => sum + end - start, 0))}</li>`)}</ul>`}
</section>`;
}

function documentRows(run: Run, origin: number): readonly Row[] {
  const documents = Map.groupBy(
    run.rules.flatMap(({ rule, scenarios }) => scenarios.map((scenario) => ({ document: documentOf(rule.id), scenario }))),
    ({ document }) => document,
  );
  return [...documents].flatMap(([id, members]) => {
    const busy = merged(members.flatMap(({ scenario }) => intervals(run, scenario, origin)));
    const broken = members.filter(({ scenario }) => scenario.verdict === 'violated');
    const broke = broken.map(({ scenario }) => intervals(run, scenario, origin).reduce((most, [, end]) => Math.max(most, end), 0));
    return busy.length === 0 ? [] : [{ label: nameOf(id).name, href: `#document-${id}`, busy, waits: [], broke }];
  });
}

/** The scenarios with the longest pauses, where a pause is a twentieth of the run and a second at the least. */
function waitingRows(run: Run, origin: number, span: number): readonly Row[] {
  const least = Math.max(1_000, span / 20);
  return run.rules
    .flatMap(({ rule, scenarios }) =>
      scenarios.flatMap((scenario) => {
        const busy = merged(intervals(run, scenario, origin));
        const waits = busy.slice(1).flatMap(([start], index) => {
          const end = busy[index]?.[1] ?? start;
          return start - end >= least ? [[end, start] as const] : [];
        });
        return waits.length === 0 ? [] : [{ label: rule.id, href: `#${rule.id}`, busy, waits, broke: [] }];
      }),
    )
    .sort((a, b) => longest(b) - longest(a))
    .slice(0, 12);
}

function longest({ waits }: Row): number {
  return waits.reduce((most, [start, end]) => Math.max(most, end - start), 0);
}

function intervals(run: Run, scenario: Parameters<typeof exchangesOf>[1], origin: number): readonly (readonly [number, number])[] {
  return exchangesOf(run, scenario).flatMap(({ at, response }) => {
    const start = Date.parse(at) - origin;
    return Number.isFinite(start) ? [[start, start + (response?.ms ?? 0)] as const] : [];
  });
}

function merged(all: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...all].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start - last[1] < 250) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

interface Scale {
  /** Milliseconds of the run. */
  readonly span: number;
  readonly left: number;
  readonly width: number;
}

function drawn({ label, href, busy, waits, broke }: Row, index: number, { span, left, width: whole }: Scale): Markup {
  const y = index * rowHeight + 4;
  const x = (ms: number): string => (left + (ms / span) * whole).toFixed(1);
  const width = (start: number, end: number): string => Math.max(2, ((end - start) / span) * whole).toFixed(1);
  const short = label.length > 44 ? `…${label.slice(-43)}` : label;
  const marks = [...new Set(broke.map(x))].slice(0, 200);
  return markup`<g><title>${label}</title><a href="${href}"><text x="${left - 10}" y="${y + 11}" text-anchor="end">${short}</text></a>
${waits.map(([start, end]) => markup`<rect class="wait" x="${x(start)}" y="${y + 6}" width="${width(start, end)}" height="3"/>`)}
${busy.map(([start, end]) => markup`<rect class="busy" x="${x(start)}" y="${y + 2}" width="${width(start, end)}" height="11" rx="1"/>`)}
${marks.map((at) => markup`<rect class="broke" x="${at}" y="${y}" width="2.5" height="15"/>`)}</g>`;
}

function axis({ span, left, width }: Scale, y: number): Markup {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const x = (left + part * width).toFixed(1);
    return markup`<line x1="${x}" x2="${x}" y1="0" y2="${y}"/><text class="tick" x="${x}" y="${y + 14}" text-anchor="${part === 1 ? 'end' : 'middle'}">${part === 0 ? '0' : duration(part * span)}</text>`;
  });
  return markup`<g class="axis">${ticks}</g>`;
}
