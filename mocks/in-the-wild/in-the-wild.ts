import { challengeFaults } from './challenges.js';
import { codeFaults } from './codes.js';
import type { FaultInTheWild } from './fault.js';
import { verifierFaults } from './verifiers.js';

const named = (kind: string, faults: Readonly<Record<string, FaultInTheWild>>): readonly (readonly [string, FaultInTheWild])[] =>
  Object.entries(faults).map(([name, fault]) => [`${kind}/${name}`, fault]);

/** Every fault of the bank, by name. */
export const faultsInTheWild: Readonly<Record<string, FaultInTheWild>> = Object.fromEntries([
  ...named('verifiers', verifierFaults),
  ...named('challenges', challengeFaults),
  ...named('codes', codeFaults),
]);
