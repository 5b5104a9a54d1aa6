import type { Standing } from '../support/verdict/verdict.js';
import type { Tint } from './paint.js';

/** How each standing of a rule is told: its mark, its word, its colour. Worst first. */
export const standings: Readonly<Record<Standing, { readonly mark: string; readonly word: string; readonly tint: Tint }>> = {
  violated: { mark: '✘', word: 'violated', tint: 'red' },
  error: { mark: '⚠', word: 'error', tint: 'red' },
  inconclusive: { mark: '?', word: 'inconclusive', tint: 'magenta' },
  advisory: { mark: '!', word: 'advisory', tint: 'yellow' },
  waived: { mark: 'w', word: 'waived', tint: 'yellow' },
  noted: { mark: '·', word: 'noted', tint: 'cyan' },
  upheld: { mark: '✔', word: 'upheld', tint: 'green' },
  'not-applicable': { mark: '–', word: 'not applicable', tint: 'dim' },
};

/** The order in which failing rules are told: what is the server's fault first, then ours, then what is unknown. */
export const failing: readonly Standing[] = ['violated', 'error', 'inconclusive', 'advisory'];

/** How grave a standing is, 0 the gravest. What is not applicable has no weight. */
export function gravity(standing: Exclude<Standing, 'not-applicable'>): number {
  return weights[standing];
}

const weights = { error: 0, violated: 1, inconclusive: 2, waived: 3, advisory: 4, noted: 5, upheld: 6 } as const;
