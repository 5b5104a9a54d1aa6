import fc from 'fast-check';
import type { Court } from './court.js';
import { holds, pathParts } from './hold.js';
import type { Story } from './story.js';

/** What a story is written into: what ought to be true of the server, as far as it was seen. */
export interface Chronicle {
  readonly story: Story;
}

/** The steps of one kind of story. Where a story takes few kinds of steps, they meet one another sooner. */
export type StoryKind<C extends Chronicle> = readonly fc.Arbitrary<StoryCommand<C>>[];

/** One step that a story can take, against the chronicle and the server. */
export type StoryCommand<C extends Chronicle> = fc.AsyncCommand<C, Court>;

/**
 * No sequence of the commands of a kind meets with an answer that the chronicle does not allow. The shortest sequence that does is told
 * step by step; each try is on fresh codes.
 */
export async function everyStoryHolds<C extends Chronicle>(
  court: Court,
  kinds: readonly StoryKind<C>[],
  begin: () => C,
  length: StoryLength,
): Promise<void> {
  const [path, replayPath] = pathParts(court.trials);
  const { path: _, ...trials } = court.trials;
  if (path === undefined || replayPath === undefined) return tried({ ...court, trials }, kinds, begin, length);
  try {
    await tried({ ...court, trials: { ...trials, path } }, kinds, begin, length, replayPath);
  } catch (error) {
    if (!(error instanceof Error && /replayPath/.test(error.message))) throw error;
    await tried({ ...court, trials }, kinds, begin, length); // the path is that of another story
  }
}

export interface StoryLength {
  /** For how many inputs of a property one story stands. */
  readonly inputsOfAStory: number;
  /** Steps of a story at most. */
  readonly longest?: number;
}

function tried<C extends Chronicle>(
  court: Court,
  kinds: readonly StoryKind<C>[],
  begin: () => C,
  { inputsOfAStory, longest = 40 }: StoryLength,
  replayPath?: string,
): Promise<void> {
  const { trials } = court;
  const constraints = { maxCommands: longest, size: 'max' as const, ...(replayPath === undefined ? {} : { replayPath }) };
  const stories = fc.oneof(...kinds.map((commands) => fc.commands([...commands], constraints)));
  let last: Story | undefined;
  const judged = async (steps: Iterable<StoryCommand<C>>): Promise<void> => {
    const chronicle = begin();
    try {
      await fc.asyncModelRun(() => ({ model: chronicle, real: court }), steps);
    } catch (error) {
      last = chronicle.story;
      throw error;
    }
  };
  return holds({ ...trials, runs: Math.ceil(trials.runs / inputsOfAStory) }, stories, judged, (steps) => {
    const told = last?.steps ?? [];
    return {
      value: told.map(({ text }, index) => `${index + 1}. ${text}`).join('; '),
      steps: told,
      pathWithin: /replayPath="([^"]*)"/.exec(fc.stringify(steps))?.[1] ?? '',
    };
  });
}

type Run<C extends Chronicle> = (chronicle: C, court: Court) => Promise<void>;

/** A step that can always be taken. */
export function always<C extends Chronicle>(name: string, run: Run<C>): StoryCommand<C> {
  return where(() => true, name, run);
}

/** A step that is left out where the story so far gives it nothing to do. */
export function where<C extends Chronicle>(check: (chronicle: Readonly<C>) => boolean, name: string, run: Run<C>): StoryCommand<C> {
  return { check, run, toString: () => name };
}

/** Which of several a step is about: most often the latest, so that things happen to one of them one after the other. */
export const which: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 99 }) },
);

/** One of them, counted back from the latest, and its number from 1: so that a story keeps its meaning while its beginning is cut away. */
export function picked<T>(all: readonly T[], which: number): readonly [one: T, place: number] {
  const index = all.length - 1 - (which % all.length);
  const one = all[index];
  if (one === undefined) throw new Error('there is nothing to pick from: check was not asked');
  return [one, index + 1];
}
