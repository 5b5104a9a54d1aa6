import { storiesOfCodes } from '../../support/properties/code-ledger-properties.js';
import { storiesOfVerifiers } from '../../support/properties/ledger-properties.js';
import { Violation } from '../../support/verdict/findings.js';
import { leaveNothingToChance, matrixSeed, usualSeed } from './matrix-chance.js';
import { courtBefore } from './matrix-court.js';
import { judged } from './matrix-judge.js';
import { ruleOf } from './matrix.js';

/** A fault in what the server remembers, and the mutants that have it. */
export interface StateFault {
  readonly fault: string;
  readonly mutants: readonly string[];
}

/** Every way in which time, sequence and concurrency go wrong, and who shows it. */
export const stateFaults: readonly StateFault[] = [
  {
    fault: 'check, then spend',
    mutants: [
      'rfc6749/4.1.2/code-reuse-race',
      'pkce-access-token/single-use/code-exchanged-once+race',
      'challenge-code-token/single-use/same-challenge-race',
      'rfc9700/4.14.2/rotated-refresh-token-race',
    ],
  },
  { fault: 'spend, then check', mutants: ['challenge-code-token/single-use/refusal-burns-nothing'] },
  { fault: 'never spent', mutants: ['rfc6749/4.1.2/redeemed-code-again+never-spent', 'rfc6749/4.1.2/redeemed-code-again'] },
  { fault: 'ledger forgotten with the token', mutants: ['challenge-code-token/single-use/reuse-after-expiry'] },
  { fault: 'sliding expiry', mutants: ['challenge-code-token/expiry/use-extends-nothing', 'rfc6749/5.1/expires-in-is-honest+sliding'] },
  { fault: 'expiry from the last attempt', mutants: ['rfc6749/4.1.2/expired-code+renewed'] },
  { fault: 'code revived by a failed attempt', mutants: ['rfc6749/4.1.2/redeemed-code-again+revived'] },
  {
    fault: 'code spent for one client, or until its tokens are refreshed',
    mutants: ['rfc6749/4.1.2/redeemed-code-again+other-client', 'rfc6749/4.1.2/redeemed-code-again+refreshed'],
  },
  {
    fault: 'replay that revokes nothing, or nothing that was refreshed',
    mutants: ['rfc6749/4.1.2/code-reuse-revokes-tokens', 'rfc6749/4.1.2/code-reuse-revokes-tokens+renewed'],
  },
  { fault: 'refresh reuse undetected', mutants: ['rfc9700/4.14.2/rotated-refresh-token-replay'] },
  {
    fault: 'rotation that keeps the old token, or the one before it',
    mutants: ['rfc9700/2.2.2/rotated-or-bound-refresh-token+old-one-lives', 'rfc9700/2.2.2/rotated-or-bound-refresh-token+forgotten'],
  },
  {
    fault: 'two codes sharing a challenge',
    mutants: ['rfc7636/4.4/challenge-survives-later-authorization', 'rfc7636/4.4/verifier-of-another-code'],
  },
  {
    fault: 'clock in milliseconds against seconds',
    mutants: [
      'rfc6749/4.1.2/expired-code+milliseconds',
      'rfc6749/4.1.2/expired-code+seconds',
      'challenge-code-token/expiry/before-sixty-seconds+milliseconds',
      'rfc6749/6/expired-refresh-token+milliseconds',
    ],
  },
  {
    fault: 'lifetime off by the tolerance',
    mutants: [
      'rfc6749/4.1.2/expired-code+tolerance',
      'challenge-code-token/expiry/after-sixty-seconds+tolerance',
      'rfc6749/6/expired-refresh-token+tolerance',
    ],
  },
  {
    fault: 'lifetime of what came first only',
    mutants: ['rfc6749/5.1/expires-in-is-honest+refreshed', 'rfc6749/6/expired-refresh-token+renewed'],
  },
  {
    fault: 'lifetime off by more',
    mutants: [
      'rfc6749/4.1.2/expired-code',
      'rfc6749/4.1.2/expired-code+early',
      'pkce-access-token/expiry/after-five-minutes+never',
      'rfc6749/5.1/expires-in-is-honest',
      'rfc6749/6/expired-refresh-token',
      'rfc6749/6/expired-refresh-token+early',
      'rfc6749/6/expired-refresh-token+never',
    ],
  },
];

/** What the model alone makes of a mutant. */
export type ModelFinding =
  | { readonly found: true; readonly runs: number; readonly steps: number; readonly story: string }
  | { readonly found: false; readonly runs: number };

/** The stories that the model may tell of one mutant. */
export const mostRuns = 200;

/** Lets the model-based property alone, with no rule beside it, find out a mutant; no mutant is the correct mock. */
export async function foundByModel(
  profile: string,
  mutants: readonly string[],
  seed = mutants.length > 0 ? usualSeed : matrixSeed,
): Promise<ModelFinding> {
  leaveNothingToChance(['the model alone', seed, profile, ...mutants].join(' '));
  const trials = { seed, runs: mostRuns * (profile === 'challenge-code-token' ? 2 : 5) };
  // Told which fate a failed verifier has, the model would find out by that alone what only time and sequence are to show.
  const court = await courtBefore(profile, mutants, trials, { code_after_failed_verifier: 'any' });
  try {
    await (profile === 'challenge-code-token' ? storiesOfVerifiers(court) : storiesOfCodes(court));
  } catch (error) {
    if (!(error instanceof Violation) || !error.detail.counterexample) throw error;
    const { runs, value, steps = [] } = error.detail.counterexample;
    return { found: true, runs, steps: steps.length, story: value };
  }
  return { found: false, runs: mostRuns };
}

/** The profile before whose mock a mutant shows. */
export function profileOf(mutant: string): string {
  return ['challenge-code-token', 'pkce-access-token'].find((profile) => mutant.startsWith(`${profile}/`)) ?? 'rfc9700';
}

/** One mutant of state before its own rule, and before the model alone. */
export interface ModelTrial {
  readonly fault: string;
  readonly mutant: string;
  /** Its own rule finds it out. */
  readonly killed: boolean;
  readonly finding: ModelFinding;
}

export async function modelTrial(fault: string, mutant: string): Promise<ModelTrial> {
  const profile = profileOf(mutant);
  const rule = ruleOf(mutant);
  const results = await judged({ profile, mutants: [mutant], prefixes: [rule] });
  const own = results.find((result) => result.rule.id === rule);
  return {
    fault,
    mutant,
    killed: own?.verdict === 'violated' || own?.verdict === 'advisory',
    finding: await foundByModel(profile, [mutant]),
  };
}

export async function modelTrials(): Promise<readonly ModelTrial[]> {
  const trials: ModelTrial[] = [];
  for (const { fault, mutants } of stateFaults) for (const mutant of mutants) trials.push(await modelTrial(fault, mutant));
  return trials;
}

/** The trials as text: by rule, by model, and the story that the model told. */
export function toldTrials(trials: readonly ModelTrial[]): string {
  const lines = trials.map(({ fault, mutant, killed, finding }) => {
    const byModel = finding.found
      ? `found in ${finding.runs} of ${mostRuns} runs, ${finding.steps} steps\n      ${finding.story}`
      : `not found in ${finding.runs} runs`;
    return `  ${fault}\n    ${mutant}: ${killed ? 'killed by its rule' : 'SURVIVES its rule'}; by the model alone ${byModel}`;
  });
  const count = (of: (trial: ModelTrial) => boolean): string => `${trials.filter(of).length} of ${trials.length}`;
  return [
    ...lines,
    `${count(({ killed }) => killed)} killed by their rules, ${count(({ finding }) => finding.found)} found by the model alone`,
  ].join('\n');
}
