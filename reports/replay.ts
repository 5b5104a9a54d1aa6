import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { exchangesOf, told, type Told } from './exchanges.js';
import { storyOf } from './story.js';
import { printable } from './terminal.js';

/** The command that tries one rule again, with the seed that chose the values, and of a property only the input that was found. */
export function again(run: Run, { rule, profile, scenarios }: RuleResult): string {
  const { argument, role } = run.target;
  const path = scenarios.find(({ counterexample }) => counterexample !== undefined)?.counterexample?.path ?? '';
  return [
    'pkce-conformance',
    role === 'client' ? 'client' : 'certify',
    rule.id,
    ...(argument === undefined || role === 'client' ? [] : ['--target', quoted(argument)]),
    ...(argument === undefined || profile === '' || profile === 'rfc9700' || role === 'client' ? [] : ['--profile', quoted(profile)]),
    ...(run.strict ? ['--strict'] : []),
    ...(rule.conditions.includes('opt-in') ? ['--opt-in'] : []),
    ...(role === 'client' ? [] : ['--seed', String(run.seed)]),
    ...(role === 'client' || path === '' ? [] : ['--path', quoted(path)]),
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
  const begun = scenario.counterexample === undefined ? 0 : groups.findLastIndex(({ request }) => asksForCode(run, request));
  const from = Math.max(0, begun, groups.length - most);
  return { shown: groups.slice(from), earlier: from };
}

/** A property tries many inputs: what was sent before the code of the last was asked for belongs to others. */
function asksForCode(run: Run, { request: { url } }: RedactedExchange): boolean {
  const endpoint = run.target.endpoints['authorization'];
  return endpoint !== undefined && withoutQuery(url) === withoutQuery(endpoint);
}

/** Shell commands that bring about by hand what the scenario saw, in order; of a story one for each step. */
export function byHand(run: Run, result: RuleResult, scenario: ScenarioResult): readonly string[] {
  const story = storyOf(run, scenario);
  if (story.length > 0) return story.map(({ text, command }) => `# ${text}${command === '' ? '' : `\n   ${command}`}`);
  const { shown } = decisive(run, result, scenario);
  if (!shown.some(({ request }) => usesCode.test(request.curl))) return shown.map(command);
  const login = loginOf(run, scenario);
  const where = login ? quoted(login.request.url) : 'the authorization URL';
  return [
    `open ${where}, sign in, copy "code" from the address you land on: CODE=…`,
    ...shown.filter(({ request }) => request.n !== login?.n).map(command),
  ];
}

const usesCode = /\$\{?CODE\b/;

function command({ request, copies }: Told): string {
  const curl = printable(request.curl, 4_000);
  return copies.length === 1 ? curl : `for i in $(seq ${copies.length}); do ${curl} & done; wait`;
}

/** The last authorization request: what it leads to in a browser is the code that the other commands need. */
function loginOf(run: Run, scenario: ScenarioResult): RedactedExchange | undefined {
  return exchangesOf(run, scenario).findLast((exchange) => asksForCode(run, exchange));
}

/** A server may go on with the login below its authorization endpoint. */
function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
