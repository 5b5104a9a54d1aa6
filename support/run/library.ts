import { loadConfiguration, loadSupport, type IRunEnvironment, type ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { relative } from 'node:path';
import { Writable } from 'node:stream';
import { codeRoot, fromSource, packageRoot } from '../package-root.js';

/** The steps, hooks and World, loaded once in a process. */
export interface Library extends ISupportCodeLibrary {
  readonly stepDefinitions: readonly StepDefinition[];
  readonly World: new () => object;
}

interface StepDefinition {
  readonly pattern: string | RegExp;
  readonly expression: { readonly regexp: RegExp; match: (text: string) => Arguments | null };
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

/** Cucumber's configuration for this package; a `cucumber.js` of the user's is never read. */
export async function configuration(): Promise<Awaited<ReturnType<typeof loadConfiguration>>['runConfiguration']> {
  const code = relative(packageRoot, codeRoot).replaceAll('\\', '/');
  const extension = fromSource ? 'ts' : 'js';
  const inCode = (path: string): string => [code, path].filter(Boolean).join('/');
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: ['features/**/*.feature'],
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

/** Cucumber holds each step of each of its runs against every definition, and these are the same few thousand sentences each time: the hits are kept. */
function matchOnce(definitions: readonly StepDefinition[]): void {
  const hits = new Map<string, ReadonlyMap<StepDefinition['expression'], Arguments>>();
  // A sentence without parameters has no arguments; cucumber would take its expression apart to find that out.
  const matches = definitions.map(({ pattern, expression }) => ({
    expression,
    match: typeof pattern === 'string' && !pattern.includes('{') ? (): Arguments => [] : expression.match.bind(expression),
  }));
  const hitsOf = (text: string): ReadonlyMap<StepDefinition['expression'], Arguments> =>
    new Map(
      matches.flatMap(({ expression, match }) => {
        const found = expression.regexp.test(text) ? match(text) : null;
        return found ? [[expression, found] as const] : [];
      }),
    );
  let last: { readonly text: string; readonly found: ReadonlyMap<StepDefinition['expression'], Arguments> } | undefined;
  for (const { expression } of definitions) {
    expression.match = (text) => {
      if (last?.text !== text) {
        const found = hits.get(text) ?? hitsOf(text);
        hits.set(text, found);
        last = { text, found };
      }
      return last.found.get(expression) ?? null;
    };
  }
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
