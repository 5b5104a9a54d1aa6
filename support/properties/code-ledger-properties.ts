import { codeStories, verifierStories } from './code-ledger-commands.js';
import { codeFaults, type CodeFault } from './code-faults.js';
import { CodeLedger } from './code-ledger.js';
import type { Court } from './court.js';
import { everyStoryHolds } from './stories.js';

/**
 * No sequence of authorizations, redemptions and refreshes right and wrong, races, uses and pauses ends in the fault. The
 * others are watched and left to rules of their own, so that one fault of a server breaks one rule. Needs a clock that can be
 * moved.
 *
 * @throws RangeError for a fault that is not known.
 */
export async function noStoryOfCodesEndsIn(court: Court, phrase: string): Promise<void> {
  const fault = codeFaults.find((known) => known === phrase);
  if (fault === undefined) throw new RangeError(`no story of codes ends in "${phrase}"; known are: ${codeFaults.join('; ')}`);
  // Most servers end no story badly: one telling that watches for every fault then speaks for all the rules.
  if (await court.once('stories of codes', () => everyStoryEndsWell(court))) return;
  return storiesOfCodes(court, [fault]);
}

/** However many codes are under way, each is redeemed with its own verifier and with no other. Needs no clock. */
export function ownVerifierAlone(court: Court): Promise<void> {
  const faults: readonly CodeFault[] = ['a token for the verifier of another code', 'a refusal although nothing was wrong'];
  return everyStoryHolds(court, verifierStories(court), () => new CodeLedger(court, faults), { inputsOfAStory: 1, longest: 12 });
}

/** No story of codes ends in any of the faults. */
export function storiesOfCodes(court: Court, judged: readonly CodeFault[] = codeFaults): Promise<void> {
  return everyStoryHolds(court, codeStories(court), () => new CodeLedger(court, judged), { inputsOfAStory });
}

async function everyStoryEndsWell(court: Court): Promise<boolean> {
  try {
    await storiesOfCodes(court);
    return true;
  } catch {
    return false; // the rule that it breaks tells it again and judges it alone
  }
}

/** A story has many steps, and each of them is an input: so many fewer stories are told. */
const inputsOfAStory = 5;
