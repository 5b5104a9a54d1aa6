import type { Outcome } from './conclusion.js';

/** The icon of the page's tab, as a data URL: a sign of what the run came to, and no request for one. */
export function icon(outcome: Outcome): string {
  const { colour, path } = signs[outcome];
  const picture = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='3' fill='${colour}'/><path d='${path}' fill='none' stroke='#fff' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

const tick = { colour: '#1a7f37', path: 'M4 8.5l2.8 2.8L12 5.2' };
const cross = { colour: '#c3202d', path: 'M5 5l6 6M11 5l-6 6' };
const query = { colour: '#7a3fb5', path: 'M5.6 6.2a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.6M8 12.4v.1' };

const signs: Readonly<Record<Outcome, { readonly colour: string; readonly path: string }>> = {
  conformant: tick,
  upheld: tick,
  'not-conformant': cross,
  'gate-closed': cross,
  'suite-error': cross,
  'not-judged': query,
};
