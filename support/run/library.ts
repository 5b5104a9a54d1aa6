import { loadConfiguration, loadSupport, type IRunEnvironment, type ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { relative } from 'node:path';
import { Writable } from 'node:stream';
import { featureFiles } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import { codeRoot, fromSource, packageRoot } from '../package-root.js';

/** The steps, hooks and World, loaded once in a process. */
export interface Library extends ISupportCodeLibrary {
  readonly stepDefinitions: readonly StepDefinition[];
  readonly World: new () => object;
}

interface StepDefinition {
  readonly pattern: string | RegExp;
  readonly expression: {
    readonly regexp: RegExp;
    match: (text: string) => Arguments | null;
    /** Not of cucumber's public types. */
    readonly treeRegexp?: {
      readonly regexp: RegExp;
      readonly groupBuilder: { readonly build: (match: RegExpExecArray, nextIndex: () => number) => unknown };
      match: (text: string) => unknown;
    };
  };
  readonly code: (this: unknown, ...args: unknown[]) => Promise<unknown>;
}

type Arguments = readonly { getValue<T>(world: unknown): T }[];

let loaded: Promise<Library> | undefined;

export function library(): Promise<Library> {
  loaded ??= load();
  return loaded;
}

/** Cucumber writes to nobody: what it has to say comes to us as messages. */
export const environment: IRunEnvironment = { cwd: packageRoot, stdout: silent(), stderr: process.stderr, env: {} };

type Configuration = Awaited<ReturnType<typeof loadConfiguration>>['runConfiguration'];

let configured: Promise<Configuration> | undefined;

/**
 * Cucumber's configuration for this package; a `cucumber.js` of the user's is never read. Without a feature cucumber asks for no
 * pickles: it is told to read one, and is given those of the catalogue.
 */
export function configuration(): Promise<Configuration> {
  configured ??= configure();
  return configured;
}

async function configure(): Promise<Configuration> {
  const code = relative(packageRoot, codeRoot).replaceAll('\\', '/');
  const extension = fromSource ? 'ts' : 'js';
  const inCode = (path: string): string => [code, path].filter(Boolean).join('/');
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: featureFiles().slice(0, 1),
        import: [inCode(`support/world.${extension}`), inCode(`support/hooks.${extension}`), inCode(`steps/*.${extension}`)],
        publish: false,
        strict: true,
      },
    },
    environment,
  );
  const formats = { ...runConfiguration.formats, stdout: new URL(`./silent-formatter.${extension}`, import.meta.url).href };
  return {
    ...runConfiguration,
    formats,
    plugins: { specifiers: [new URL(`./selection.${extension}`, import.meta.url).href], options: {} },
  };
}

async function load(): Promise<Library> {
  const loaded = (await loadSupport(await configuration(), environment)) as Library;
  matchOnce(loaded.stepDefinitions);
  return loaded;
}

/** Which definitions fit a sentence, with the arguments that each takes from it. */
type Fitting = ReadonlyMap<StepDefinition['expression'], Arguments>;

let fittingOf: (text: string) => Fitting = () => new Map();

/** The library with those definitions alone that a step of these scenarios fits: cucumber holds each step against every one that it has. */
export function narrowed(library: Library, pickles: readonly PlannedPickle[]): Library {
  const fitting = new Set(pickles.flatMap(({ pickle }) => pickle.steps.flatMap(({ text }) => [...fittingOf(text).keys()])));
  return {
    ...library,
    // It is loaded; cucumber would look for its files once more.
    originalCoordinates: { ...library.originalCoordinates, importPaths: [] },
    stepDefinitions: library.stepDefinitions.filter(({ expression }) => fitting.has(expression)),
  };
}

/** Cucumber holds the same few thousand sentences against the definitions in each of its runs: the hits are kept. */
function matchOnce(definitions: readonly StepDefinition[]): void {
  const matches = definitions.map((definition) => ({ expression: definition.expression, match: matchOf(definition) }));
  const known = new Map<string, Fitting>();
  let last: { readonly text: string; readonly fitting: Fitting } | undefined;
  fittingOf = (text) => {
    if (last?.text === text) return last.fitting;
    const fitting =
      known.get(text) ??
      new Map(
        matches.flatMap(({ expression, match }) => {
          const found = expression.regexp.test(text) ? match(text) : null;
          return found ? [[expression, found] as const] : [];
        }),
      );
    known.set(text, fitting);
    last = { text, fitting };
    return fitting;
  };
  for (const { expression } of definitions) expression.match = (text) => fittingOf(text).get(expression) ?? null;
}

/** A sentence without parameters has no arguments; cucumber would take its expression apart to find that out. */
function matchOf({ pattern, expression }: StepDefinition): StepDefinition['expression']['match'] {
  if (typeof pattern === 'string' && !pattern.includes('{')) return () => [];
  indicesByEngine(expression);
  return expression.match.bind(expression);
}

/** Where the parts of a match stand is asked of the engine itself; cucumber's way, made before engines knew it, parses each expression for it. */
function indicesByEngine({ treeRegexp }: StepDefinition['expression']): void {
  if (treeRegexp === undefined) return;
  const { regexp, groupBuilder } = treeRegexp;
  const indexed = new RegExp(regexp, `${regexp.flags}d`);
  treeRegexp.match = (text) => {
    const match = indexed.exec(text);
    let index = 0;
    return match && groupBuilder.build(match, () => index++);
  };
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
