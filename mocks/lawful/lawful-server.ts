import type { EmbeddedTarget } from '../authorization-server/embedded-targets.js';
import type { Mutant } from '../authorization-server/mutant.js';
import { rfcProfiles, type Profile } from '../authorization-server/profile.js';

/** A server that decides otherwise than the mock, as the RFCs allow: no rule convicts it. */
export interface LawfulServer {
  /** What it does, in one sentence. */
  readonly habit: string;
  /** The profiles it can be right by. */
  readonly profiles: readonly Profile[];
  readonly asMutant: Mutant;
  /** What its target file says. */
  readonly described: (target: EmbeddedTarget) => EmbeddedTarget;
  /** Rules of level should that it does not follow, and is told so. */
  readonly advised: readonly string[];
}

/** Declares a lawful server by the decisions that differ, and what its target file says of them. */
export function lawful(
  habit: string,
  replace: Mutant['replace'],
  {
    profiles = rfcProfiles,
    described = (target) => target,
    advised = [],
  }: Partial<Pick<LawfulServer, 'profiles' | 'described' | 'advised'>> = {},
): LawfulServer {
  return { habit, profiles, described, advised, asMutant: { fault: habit, breaks: [], alters: profiles, replace } };
}

/** Says these capabilities of a target. */
export const capable =
  (capabilities: Readonly<Record<string, boolean>>) =>
  (target: EmbeddedTarget): EmbeddedTarget => ({ ...target, capabilities: { ...target.capabilities, ...capabilities } });

/** Sets these knobs of a target. */
export const told =
  (policy: EmbeddedTarget['policy']) =>
  (target: EmbeddedTarget): EmbeddedTarget => ({ ...target, policy: { ...target.policy, ...policy } });
