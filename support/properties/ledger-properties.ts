import fc from 'fast-check';
import type { Court } from './court.js';
import { holds } from './hold.js';
import { ledgerCommands, type LedgerCommand } from './ledger-commands.js';
import { Ledger, ledgerFaults, type LedgerFault } from './ledger.js';

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
  return told(court, fault);
}

async function everyStoryEndsWell(court: Court): Promise<boolean> {
  try {
    await told(court, 'any');
    return true;
  } catch {
    return false; // the rule that it breaks tells it again and judges it alone
  }
}

function told(court: Court, fault: LedgerFault | 'any'): Promise<void> {
  const commands = fc.commands(ledgerCommands(court.client.target.proof !== undefined), { maxCommands: 40, size: 'medium' });
  let lines: readonly string[] = [];
  const judged = async (steps: Iterable<LedgerCommand>): Promise<void> => {
    const ledger = new Ledger(court, fault);
    try {
      await fc.asyncModelRun(() => ({ model: ledger, real: court }), steps);
    } catch (error) {
      lines = ledger.story;
      throw error;
    }
  };
  return holds({ ...court.trials, runs: Math.ceil(court.trials.runs / inputsOfAStory) }, commands, judged, () =>
    lines.map((line, index) => `${index + 1}. ${line}`).join('; '),
  );
}

/** A story has many steps and stands for several inputs, so fewer of them are told. */
const inputsOfAStory = 2;
