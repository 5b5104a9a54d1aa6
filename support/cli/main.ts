import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { suite } from '../package-root.js';
import type { Shard } from '../run/shard.js';
import type { DoctorOptions } from './doctor/doctor.js';
import type { InitOptions } from './init/init.js';
import type { MergeOptions } from './merge.js';
import type { CertifyOptions, MockOptions } from './options.js';
import { UsageError } from './usage-error.js';
import type { VerifyOptions } from './verify.js';

/** Runs a command line and answers its exit code; design: 0 conformant, 1 violation, 2 usage, 3 not judged, 70 our own fault. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = commands(argv, (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    process.stderr.write(`pkce-conformance failed: ${error instanceof Error ? error.message : String(error)}\n`);
    if (argv.includes('--debug') && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    else process.stderr.write('This is a fault of the suite, not of the server. --debug shows where.\n');
    return 70;
  }
}

function commands(argv: readonly string[], exit: (code: number) => void): Command {
  const program = new Command('pkce-conformance')
    .description('Certifies that an OAuth authorization server does PKCE and the token endpoint right.')
    .version(suite.version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(pkce-conformance --help tells what there is)');

  program
    .command('certify')
    .description('judge a server; without --target the embedded mock, in process, on a virtual clock')
    .argument('[rule-prefix...]', 'only the rules whose id begins so')
    .option('--target <file|url>', 'target file (YAML or JSON), or the URL of an issuer')
    .option('--profile <name>', 'profile to judge, may be repeated', collected)
    .option('--strict', 'a broken should is a violation', false)
    .option('--no-slow', 'leave out what waits for a lifetime to pass')
    .option('--opt-in', 'run also what could lock an account', false)
    .option('--seed <n>', 'seed of the properties, an unsigned 32-bit number', seed)
    .option('--runs <n>', 'inputs that each property tries', positive)
    .option('--path <path>', 'path of a counterexample: of its property only that one input is tried; with the seed of its run')
    .option('--baseline <file>', 'fail on what this file does not know of, and on nothing else')
    .option('--write-baseline <file>', 'write such a file from what this run finds')
    .option('--shard <i/n>', 'judge only this part of the rules; merge joins the certificates', shard)
    .option('--report <dir>', 'where the reports go', 'reports/latest')
    .option('--sign <key>', 'sign the certificate with this private key, PEM or JWK')
    .option('--rate <n/s>', 'requests a second at most', rate)
    .option('--timeout <s>', 'seconds for one exchange', seconds, 10)
    .option('--json', 'print certificate.json and nothing else', false)
    .option('--debug', 'show stacks of faults of the suite', false)
    .option('--watch', 'run again whenever the target file, the baseline or a feature changes', false)
    .action(async (prefixes: string[], options: CertifyOptions & { watch: boolean }) =>
      exit(
        options.watch
          ? await (await import('./watch.js')).watch(argv, options)
          : await (await import('./certify.js')).certify(prefixes, options),
      ),
    );

  program
    .command('doctor')
    .description('walk once through target file, discovery, login and a token, and say what to mend')
    .requiredOption('--target <file|url>', 'target file (YAML or JSON), or the URL of an issuer')
    .option('--profile <name>', 'profile to look at, may be repeated', collected)
    .option('--rate <n/s>', 'requests a second at most', rate)
    .option('--timeout <s>', 'seconds for one exchange', seconds, 10)
    .option('--debug', 'show stacks of faults of the suite', false)
    .action(async (options: DoctorOptions) => exit(await (await import('./doctor/doctor.js')).doctor(options)));

  program
    .command('init')
    .description('write a target file from what a server tells of itself')
    .argument('[url]', 'the issuer of the server')
    .option('--output <file>', 'where to write it', 'target.yaml')
    .option('--yes', 'ask nothing, take every default', false)
    .option('--timeout <s>', 'seconds for one exchange', seconds, 10)
    .action(async (url: string | undefined, options: InitOptions) => exit(await (await import('./init/init.js')).init(url, options)));

  program
    .command('list')
    .description('the rules, their levels and titles; sends nothing')
    .argument('[rule-prefix...]')
    .option('--json', 'as JSON', false)
    .action(async (prefixes: string[], options: { json: boolean }) => exit((await import('./list.js')).list(prefixes, options)));

  program
    .command('explain')
    .description('one rule: its reason, its scenarios, the mutant that proves it')
    .argument('<rule>')
    .option('--json', 'as JSON', false)
    .action(async (rule: string, options: { json: boolean }) => exit((await import('./explain.js')).explain(rule, options)));

  program
    .command('diff')
    .description('what changed between two certificates; exit 1 if anything is worse')
    .argument('<before>', 'certificate.json of the earlier run')
    .argument('<after>', 'certificate.json of the later run')
    .option('--json', 'as JSON', false)
    .action(async (before: string, after: string, options: { json: boolean }) =>
      exit(await (await import('./diff.js')).diff(before, after, options)),
    );

  program
    .command('merge')
    .description('join the certificates of several shards into that of one run, and print it')
    .argument('<certificates...>', 'certificate.json of each shard')
    .option('--baseline <file>', 'hold the whole against this file')
    .option('--report <dir>', 'write every report of the whole there, and print the one for people')
    .option('--sign <key>', 'sign the certificate of the whole with this private key, PEM or JWK')
    .option('--json', 'print certificate.json all the same', false)
    .action(async (files: string[], options: MergeOptions) => exit(await (await import('./merge.js')).merge(files, options)));

  program
    .command('verify')
    .description('check the signature of a certificate and the digests in it; exit 1 if anything is wrong')
    .argument('<certificate>', 'certificate.json of a run that was signed')
    .requiredOption('--key <file>', 'public key of who signed, PEM or JWK')
    .option('--signature <file>', 'the detached signature; certificate.json.jws beside it by default')
    .option('--target <file>', 'compare this target file with the one that was judged')
    .action(async (file: string, options: VerifyOptions) => exit(await (await import('./verify.js')).verify(file, options)));

  program
    .command('mock')
    .description('serve the mock authorization server over HTTP until interrupted')
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, 0)
    .option('--host <h>', 'address to listen on', '127.0.0.1')
    .option('--issuer <url>', 'issuer; the address it listens on by default')
    .option('--profile <name>', 'profile to serve, may be repeated', collected)
    .option('--clients <file>', 'YAML or JSON list of clients, instead of the preset ones')
    .option('--mutant <rule>', 'be wrong in the one way that this rule catches, may be repeated', collected)
    .option('--clock <kind>', 'real or manual', 'real')
    .option('--store <store>', 'memory, or redis://host:port', 'memory')
    .option('--control', 'serve /_mock/ as well: clock, faults, exchanges', false)
    .action(async (options: MockOptions) => exit(await (await import('./mock.js')).mock(options)));
  return program;
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function seed(value: string): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number <= 0xffff_ffff)) throw new InvalidArgumentError('A seed is an unsigned 32-bit number, written in decimals.');
  return number;
}

function shard(value: string): Shard {
  const [, index = 0, count = 0] = /^(\d{1,3})\/(\d{1,3})$/.exec(value)?.map(Number) ?? [];
  if (!(index >= 1 && index <= count)) throw new InvalidArgumentError('Expected a part and the number of parts, such as 1/4.');
  return { index, count };
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(value);
}

function rate(value: string): number {
  const number = Number(value.replace(/\/s$/, ''));
  if (!(number >= 0.001 && number <= 1e6))
    throw new InvalidArgumentError('Expected requests a second from 0.001 to a million, such as 5 or 0.5/s.');
  return number;
}

/** No exchange takes longer than an hour; timers end at 24 days, and beyond them at once. */
function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600)) throw new InvalidArgumentError('Expected a number of seconds above 0, 3600 at most.');
  return number;
}

function port(value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number <= 65_535)) throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return number;
}
