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
  readonly expression: { match(text: string): readonly { getValue<T>(world: unknown): T }[] | null };
  readonly code: (this: unknown, ...args: unknown[]) => Promise<unknown>;
}

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
  return (await loadSupport(await configuration(), environment)) as Library;
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
