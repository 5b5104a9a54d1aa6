import fc from 'fast-check';
import type { Court } from './court.js';
import { holds } from './hold.js';
import { ledgerCommands, type LedgerCommand } from './ledger-commands.js';
import { Ledger, ledgerFaults } from './ledger.js';

/**
 * No sequence of requests, uses and pauses ends in the fault. The others are watched and left to rules of their own, so
 * that one fault of a server breaks one rule. Needs a clock that can be moved.
 *
 * @throws RangeError for a fault that is not known.
 */
export function noStoryEndsIn(court: Court, phrase: string): Promise<void> {
  const fault = ledgerFaults.find((known) => known === phrase);
  if (fault === undefined) throw new RangeError(`no story ends in "${phrase}"; known are: ${ledgerFaults.join('; ')}`);
  const commands = fc.commands(ledgerCommands(court.client.target.proof !== undefined), { maxCommands: 40, size: 'medium' });
  let told: readonly string[] = [];
  const judged = async (steps: Iterable<LedgerCommand>): Promise<void> => {
    const ledger = new Ledger(court, fault);
    try {
      await fc.asyncModelRun(() => ({ model: ledger, real: court }), steps);
    } catch (error) {
      told = ledger.story;
      throw error;
    }
  };
  return holds(court.trials, commands, judged, () => told.map((line, index) => `${index + 1}. ${line}`).join('; '));
}
