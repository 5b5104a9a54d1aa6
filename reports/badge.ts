import type { Run } from '../support/run/run.js';
import { conclude, type Outcome } from './conclusion.js';
import { xmlAttribute } from './escape.js';

/** What a run came to, as a badge for a page: SVG, one line, no font but the reader's. */
export function renderBadge(run: Run): string {
  const { headline, outcome, summary, run: ran } = conclude(run);
  const [only] = run.profiles;
  const label = run.profiles.length === 1 && only !== undefined ? `PKCE ${only.name}` : 'PKCE conformance';
  const message =
    outcome === 'not-judged' || outcome === 'suite-error' ? headline.toLowerCase() : `${headline.toLowerCase()} · ${summary.upheld}/${ran}`;
  const [left, right] = [widthOf(label), widthOf(message)];
  const title = xmlAttribute(`${label}: ${message}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}"><title>${title}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444c56"/><rect x="${left}" width="${right}" height="20" fill="${colours[outcome]}"/></g><g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(label, left / 2, left)}${text(message, left + right / 2, right)}</g></svg>\n`;
}

/** The length is said too, so that no other font runs over the border. */
function text(words: string, middle: number, width: number): string {
  return `<text x="${middle}" y="14" textLength="${width - 12}" lengthAdjust="spacingAndGlyphs">${xmlAttribute(words)}</text>`;
}

/** Pixels of a text of 11 pixels, as Verdana has it on the average, and of the room around it. */
function widthOf(words: string): number {
  return Math.ceil(words.length * 6.6) + 12;
}

const colours: Readonly<Record<Outcome, string>> = {
  conformant: '#1a7f37',
  upheld: '#1a7f37',
  'not-conformant': '#c3202d',
  'gate-closed': '#c3202d',
  'suite-error': '#57606a',
  'not-judged': '#7a3fb5',
};
