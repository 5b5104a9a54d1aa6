import type { TokenResponse } from '../protocol/messages.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { ResourceOutcome } from './resource-outcome.js';
import { Inconclusive } from './findings.js';
import type { Exchange } from '../wire/exchange.js';

/** Whether the well-formed request was granted, and if not, whether the server grants anything at all. */
export interface ControlResult {
  readonly granted: boolean;
  /** The sign of life that was granted where the control was not. */
  readonly grantedInstead?: string;
  /** Why the control was not granted, in one sentence. */
  readonly cause: string;
  readonly exchanges: readonly number[];
  /** The server could not be reached or did not answer in time: no use in asking further. */
  readonly unreachable: boolean;
}

interface Trial {
  readonly name: string;
  attempt(): Promise<Exchange>;
}

/** How the answers of the trials are read: a token endpoint's or a resource's. */
type Reading = (exchange: Exchange) => Outcome | ResourceOutcome;

/** Makes the control request and, where it is not granted, the signs of life. Never throws for what the server does. */
export async function tryControl(
  { control, signsOfLife }: { control: Trial; signsOfLife: readonly Trial[] },
  read: Reading = outcomeOf,
): Promise<ControlResult> {
  const first = await attempted(control, read);
  if (first.granted) return { granted: true, cause: '', exchanges: first.exchanges, unreachable: false };
  const exchanges = [...first.exchanges];
  if (!first.unreachable) {
    for (const trial of signsOfLife) {
      const next = await attempted(trial, read);
      exchanges.push(...next.exchanges);
      if (next.granted) return { granted: false, grantedInstead: trial.name, cause: first.cause, exchanges, unreachable: false };
      if (next.unreachable) break;
    }
  }
  return { granted: false, cause: first.cause, exchanges, unreachable: first.unreachable };
}

async function attempted(
  trial: Trial,
  read: Reading,
): Promise<{ granted: boolean; cause: string; exchanges: readonly number[]; unreachable: boolean }> {
  try {
    const exchange = await trial.attempt();
    const outcome = read(exchange);
    return {
      granted: outcome.kind === 'granted' || outcome.kind === 'opened',
      cause: `${trial.name} was not granted: ${told(outcome)}`,
      exchanges: [exchange.n],
      unreachable: exchange.outcome.kind === 'failure',
    };
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return { granted: false, cause: error.reason, exchanges: error.detail.exchanges ?? [], unreachable: error.detail.unreachable ?? false };
  }
}

/** The outcome in the wire's own words. */
export function told(outcome: Outcome | ResourceOutcome): string {
  switch (outcome.kind) {
    case 'opened':
      return `the resource answered ${outcome.status}`;
    case 'granted':
      return 'a token was issued';
    case 'refused':
      if (outcome.status === 'closed') return 'the server closed the connection on a large body';
      return `the server answered ${outcome.status}${'response' in outcome ? bodyTold(outcome.response) : ''}`;
    case 'server-error':
      return `the server answered ${outcome.status}`;
    case 'unjudgeable':
      return outcome.cause;
  }
}

function bodyTold(response: TokenResponse): string {
  if (response.kind === 'error') return ` ${response.error}`;
  return response.kind === 'unreadable' ? ` with ${response.why}` : '';
}
