import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import { exchangesOf, told, type Told } from './exchanges.js';
import { storyOf } from './story.js';
import { printable } from './terminal.js';

/** The command that tries one rule again, with the seed that chose the values. */
export function again(run: Run, { rule, profile }: RuleResult): string {
  const { argument, role } = run.target;
  return [
    'pkce-conformance',
    role === 'client' ? 'client' : 'certify',
    rule.id,
    ...(argument === undefined || role === 'client' ? [] : ['--target', quoted(argument)]),
    ...(argument === undefined || profile === '' || profile === 'rfc9700' || role === 'client' ? [] : ['--profile', quoted(profile)]),
    ...(run.strict ? ['--strict'] : []),
    ...(rule.conditions.includes('opt-in') ? ['--opt-in'] : []),
    ...(role === 'client' ? [] : ['--seed', String(run.seed)]),
  ].join(' ');
}

/** One word of a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${printable(word).replaceAll("'", `'\\''`)}'`;
}

/** The exchanges on which a verdict rests: the last few, copies sent at once told as one. */
export function decisive(
  run: Run,
  { rule }: RuleResult,
  scenario: ScenarioResult,
  most = 3,
): { readonly shown: readonly Told[]; readonly earlier: number } {
  const planned = rule.scenarios.find(({ location }) => location === scenario.location);
  const atOnce =
    [...rule.conditions, ...(planned?.conditions ?? [])].some((condition) => condition.startsWith('repeats-')) || rule.id.endsWith('-race');
  const groups = told(exchangesOf(run, scenario), atOnce);
  return { shown: groups.slice(-most), earlier: Math.max(0, groups.length - most) };
}

/** Shell commands that bring about by hand what the scenario saw, in order; of a story one for each step. */
export function byHand(run: Run, result: RuleResult, scenario: ScenarioResult): readonly string[] {
  const story = storyOf(run, scenario);
  if (story.length > 0) return story.map(({ text, command }) => `# ${text}${command === '' ? '' : `\n   ${command}`}`);
  const { shown } = decisive(run, result, scenario);
  const commands = shown.map(({ request, copies }) => {
    const curl = printable(request.curl, 4_000);
    return copies.length === 1 ? curl : `for i in $(seq ${copies.length}); do ${curl} & done; wait`;
  });
  return commands.some((command) => /\$\{?CODE\b/.test(command)) ? [login(run, scenario), ...commands] : commands;
}

function login(run: Run, scenario: ScenarioResult): string {
  const endpoint = run.target.endpoints['authorization'];
  const request =
    endpoint === undefined
      ? undefined
      : exchangesOf(run, scenario).findLast(({ request: { url } }) => withoutQuery(url) === withoutQuery(endpoint));
  const where = request ? quoted(request.request.url) : 'the authorization URL';
  return `open ${where}, sign in, copy "code" from the address you land on: CODE=…`;
}

/** A server may go on with the login below its authorization endpoint. */
function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
