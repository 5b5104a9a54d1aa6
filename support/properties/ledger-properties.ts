import type { Court } from './court.js';
import { ledgerCommands } from './ledger-commands.js';
import { Ledger, ledgerFaults, type LedgerFault } from './ledger.js';
import { everyStoryHolds } from './stories.js';

/**
 * No sequence of requests, uses and pauses ends in the fault. The others are watched and left to rules of their own, so
 * that one fault of a server breaks one rule. Needs a clock that can be moved.
 *
 * @throws RangeError for a fault that is not known.
 */
export async function noStoryEndsIn(court: Court, phrase: string): Promise<void> {
  const fault = ledgerFaults.find((known) => known === phrase);
  if (fault === undefined) throw new RangeError(`no story ends in "${phrase}"; known are: ${ledgerFaults.join('; ')}`);
  // Most servers end no story badly: one telling that watches for every fault then speaks for all the rules.
  if (await court.once('ledger stories', () => everyStoryEndsWell(court))) return;
  return storiesOfVerifiers(court, [fault]);
}

/** No story of verifiers and their tokens ends in any of the faults. */
export function storiesOfVerifiers(court: Court, judged: readonly LedgerFault[] = ledgerFaults): Promise<void> {
  const commands = ledgerCommands(court.client.target.proof !== undefined);
  return everyStoryHolds(court, [commands], () => new Ledger(court, judged), { inputsOfAStory });
}

async function everyStoryEndsWell(court: Court): Promise<boolean> {
  try {
    await storiesOfVerifiers(court);
    return true;
  } catch {
    return false; // the rule that it breaks tells it again and judges it alone
  }
}

/** A story has many steps and stands for several inputs, so fewer of them are told. */
const inputsOfAStory = 2;
