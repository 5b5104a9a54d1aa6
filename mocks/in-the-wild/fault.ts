import type { Mutant } from '../authorization-server/mutant.js';

/** A fault that servers have had, written down from its description before any check was run against it. */
export interface FaultInTheWild {
  /** As an advisory would tell it. */
  readonly fault: string;
  /** The rule that has to find it. */
  readonly foundBy: string;
  readonly replace: Mutant['replace'];
}

/** A server with that fault. It breaks whatever it breaks: what a mutant breaks exactly is proven beside it. */
export const serverWith = ({ fault, replace }: FaultInTheWild): Mutant => ({ fault, breaks: [], replace });
