import type { ControlResult } from './control.js';
import { Inconclusive } from './findings.js';

export interface ControlBench {
  /** The control of the acting client, made once in a run. */
  control(): Promise<ControlResult>;
}

/** A refusal counts only where the well-formed request of the same client was granted. Throws Inconclusive where it was not. */
export async function demandControl(bench: ControlBench): Promise<void> {
  const control = await bench.control();
  if (!control.granted) throw new Inconclusive(`the control was refused: ${control.cause}`, { exchanges: control.exchanges });
}
