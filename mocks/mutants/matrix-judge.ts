import { embeddedStages } from '../../support/cli/embedded.js';
import { judgeServer } from '../../support/run/judge-server.js';
import { library } from '../../support/run/library.js';
import type { RuleResult } from '../../support/run/run.js';
import { Recorder } from '../../support/wire/recorder.js';
import { serverWith } from '../in-the-wild/fault.js';
import { faultsInTheWild } from '../in-the-wild/in-the-wild.js';
import { lawfulServers } from '../lawful/lawful-servers.js';
import { leaveNothingToChance, matrixSeed, usualSeed } from './matrix-chance.js';

/** Inputs of each property, unless said; the properties prove themselves elsewhere, here they only have to find nothing stray. */
const fewRuns = 10;

/** What is judged: a profile of the mock with these mutants, by the rules of these ids in full and by a sample of all others, or all in full. */
export interface Question {
  readonly profile: string;
  readonly mutants: readonly string[];
  /** The name of a lawful server whose habits it has beside them. */
  readonly lawful?: string;
  /** The name of a fault in the wild that it has beside them. */
  readonly inTheWild?: string;
  readonly inFull?: ReadonlySet<string>;
  /** Beginnings of the ids of the rules that judge; absent: all of the profile do. */
  readonly prefixes?: readonly string[];
  /** Inputs of each property. */
  readonly runs?: number;
}

/**
 * Judges a mock by the rules of the profile, on the manual clock, handing requests to its core. What is asked decides on all
 * chance, wherefore a thread answers one question at a time.
 */
export async function judged(question: Question, recorder = new Recorder()): Promise<readonly RuleResult[]> {
  const { profile, mutants, lawful, inTheWild, inFull, prefixes = [], runs = fewRuns } = question;
  await library(); // what is loaded draws too
  leaveNothingToChance(inWords(question));
  const server = lawful === undefined ? undefined : lawfulServers[lawful];
  const fault = inTheWild === undefined ? undefined : faultsInTheWild[inTheWild];
  const staging = await embeddedStages([profile], {
    by: 'direct',
    timeout: 10,
    recorder,
    mutants: [...mutants, ...(server === undefined ? [] : [server.asMutant]), ...(fault === undefined ? [] : [serverWith(fault)])],
    ...(server === undefined ? {} : { described: server.described }),
  });
  try {
    const { rules } = await judgeServer({
      stages: staging.stages,
      prefixes,
      seed: mutants.length > 0 || inTheWild !== undefined ? usualSeed : matrixSeed,
      runs,
      strict: false,
      slow: true,
      optIn: true,
      executor: { kind: 'direct' },
      redacted: () => undefined,
      ...(inFull === undefined ? {} : { inFull }),
    });
    return rules;
  } finally {
    await staging.close();
  }
}

/** The same for the same question, in whatever order it is put. */
function inWords({ inFull, ...question }: Question): string {
  return JSON.stringify([Object.entries(question).toSorted(), inFull === undefined ? 'all' : [...inFull].toSorted()]);
}
