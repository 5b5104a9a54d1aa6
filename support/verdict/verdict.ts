/** Worst first. The verdict of a rule is the worst of its scenarios'. */
export const verdicts = ['error', 'violated', 'inconclusive', 'advisory', 'noted', 'upheld'] as const;
export type Verdict = (typeof verdicts)[number];

/** What else can stand beside a rule: decided before it runs, or by the baseline. */
export type Standing = Verdict | 'not-applicable' | 'waived';

export type Level = 'must' | 'doc' | 'should' | 'may';
export type Basis = 'explicit' | 'derived' | 'practice' | 'doc';

export interface NotApplicable {
  readonly code: 'capability' | 'knob' | 'no-slow' | 'opt-in' | 'control-of-profile';
  readonly text: string;
}

/** The worst of several verdicts; `upheld` of none. */
export function worst(of: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => of.includes(verdict)) ?? 'upheld';
}

/** What a broken rule of this level amounts to. */
export function broken(level: Level, strict: boolean): Verdict {
  if (level === 'may') return 'noted';
  return level === 'should' && !strict ? 'advisory' : 'violated';
}
