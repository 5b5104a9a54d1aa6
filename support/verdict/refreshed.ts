import { told } from './control.js';
import { demandControl, type ControlBench } from './demand-control.js';
import { Violation } from './findings.js';
import type { Judge } from './judge.js';
import type { Exchange } from '../wire/exchange.js';

/** A refresh is granted; its refusal counts only where refreshes of this client are granted otherwise. */
export async function refreshGranted(judge: Judge, bench: ControlBench, answer: Exchange): Promise<void> {
  const outcome = await judge.heard(answer);
  if (outcome.kind === 'granted') return;
  await demandControl(bench);
  throw new Violation('an access token', told(outcome), { exchanges: [answer.n], byRefusal: 'server' });
}

/** A refresh yields nothing; the refusal counts only where refreshes are granted otherwise. */
export async function refreshRefused(judge: Judge, bench: ControlBench, answer: Exchange): Promise<void> {
  await judge.notIssued(answer);
  await demandControl(bench);
}
