import { embeddedStages } from '../../support/cli/embedded.js';
import { judgeServer } from '../../support/run/judge-server.js';
import type { RuleResult } from '../../support/run/run.js';
import { serverWith } from '../in-the-wild/fault.js';
import { faultsInTheWild } from '../in-the-wild/in-the-wild.js';
import { lawfulServers } from '../lawful/lawful-servers.js';

/** The same in every run: a mutant is killed by a scenario, never by luck. */
const seed = 20_260_722;
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

/** Judges a mock by the rules of the profile, on the manual clock, handing requests to its core. */
export async function judged({
  profile,
  mutants,
  lawful,
  inTheWild,
  inFull,
  prefixes = [],
  runs = fewRuns,
}: Question): Promise<readonly RuleResult[]> {
  const server = lawful === undefined ? undefined : lawfulServers[lawful];
  const fault = inTheWild === undefined ? undefined : faultsInTheWild[inTheWild];
  const staging = await embeddedStages([profile], {
    by: 'direct',
    timeout: 10,
    mutants: [...mutants, ...(server === undefined ? [] : [server.asMutant]), ...(fault === undefined ? [] : [serverWith(fault)])],
    ...(server === undefined ? {} : { described: server.described }),
  });
  try {
    const { rules } = await judgeServer({
      stages: staging.stages,
      prefixes,
      seed,
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
