import fc from 'fast-check';
import { codeCommands, type CodeCommand } from './code-ledger-commands.js';
import { CodeLedger, codeFaults, type CodeFault } from './code-ledger.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/**
 * No sequence of authorizations, redemptions right and wrong, races and pauses ends in the fault. The others are
 * watched and left to rules of their own, so that one fault of a server breaks one rule. Needs a clock that can be moved.
 *
 * @throws RangeError for a fault that is not known.
 */
export async function noStoryOfCodesEndsIn(court: Court, phrase: string): Promise<void> {
  const fault = codeFaults.find((known) => known === phrase);
  if (fault === undefined) throw new RangeError(`no story of codes ends in "${phrase}"; known are: ${codeFaults.join('; ')}`);
  // Most servers end no story badly: one telling that watches for every fault then speaks for all the rules.
  if (await court.once('stories of codes', () => everyStoryEndsWell(court))) return;
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

function told(court: Court, fault: CodeFault | 'any'): Promise<void> {
  const commands = fc.commands(codeCommands(court), { maxCommands: 40, size: 'medium' });
  let lines: readonly string[] = [];
  const judged = async (steps: Iterable<CodeCommand>): Promise<void> => {
    const ledger = new CodeLedger(court, fault);
    try {
      await fc.asyncModelRun(() => ({ model: ledger, real: court }), steps);
    } catch (error) {
      lines = ledger.story;
      throw error;
    }
  };
  const runs = Math.ceil(court.trials.runs / stepsOfAStory);
  return holds({ ...court.trials, runs }, commands, judged, () => lines.map((line, index) => `${index + 1}. ${line}`).join('; '));
}

/** A story has many steps, and each of them is an input: so many fewer stories are told. */
const stepsOfAStory = 5;
