import type { CertifyOptions } from './options.js';

/** The command line that repeats the run; files that are only written to are left out, and the key that signs. */
export function commandLine(prefixes: readonly string[], options: CertifyOptions, seed: number): readonly string[] {
  return [
    'certify',
    ...prefixes,
    ...(options.target === undefined ? [] : ['--target', options.target]),
    ...(options.profile ?? []).flatMap((name) => ['--profile', name]),
    ...(options.strict ? ['--strict'] : []),
    ...(options.slow ? [] : ['--no-slow']),
    ...(options.optIn ? ['--opt-in'] : []),
    ...(options.runs === undefined ? [] : ['--runs', String(options.runs)]),
    ...(options.baseline === undefined ? [] : ['--baseline', options.baseline]),
    ...(options.shard === undefined ? [] : ['--shard', `${options.shard.index}/${options.shard.count}`]),
    '--seed',
    String(seed),
  ];
}
