import type { Exchange } from '../wire/exchange.js';
import { told } from './control.js';
import { Inconclusive, Violation } from './findings.js';
import { resourceOutcomeOf } from './resource-outcome.js';

/** A refusal whose answer came when the token could have expired shows nothing. `validBefore` in milliseconds on the target's clock. */
export function cameInTime(answer: Exchange, validBefore: number): void {
  if (resourceOutcomeOf(answer).kind === 'opened' || answer.answeredAt < validBefore) return;
  throw new Inconclusive('the answer came so late that the token could have expired by then', { exchanges: [answer.n] });
}

/** A resource that opens to the proof and the client_secret opens to the proof alone. */
export function needsNoSecret(alone: Exchange, withSecret: Exchange): void {
  const outcome = resourceOutcomeOf(alone);
  if (outcome.kind === 'opened' || resourceOutcomeOf(withSecret).kind !== 'opened') return;
  throw new Violation('the protected resource', `${told(outcome)}, yet it opened with the client_secret`, {
    exchanges: [alone.n, withSecret.n],
  });
}
