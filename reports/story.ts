import type { Run, ScenarioResult } from '../support/run/run.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { exchangesOf } from './exchanges.js';
import { printable } from './terminal.js';

/** One step of a counterexample that is a story, and the shell command that takes it; empty where it took none. */
export interface ToldStep {
  readonly text: string;
  readonly command: string;
}

/** The story of a scenario, if a property of it found one. */
export function storyOf(run: Run, scenario: ScenarioResult): readonly ToldStep[] {
  const exchanges = new Map(exchangesOf(run, scenario).map((exchange) => [exchange.n, exchange]));
  const steps = scenario.counterexample?.steps ?? [];
  const codes = steps.filter(({ text }) => issued.test(text)).length;
  return steps.map(({ text, exchanges: numbers, seconds }) => ({
    text: printable(text, 600),
    command: named(
      commandOf(
        numbers.flatMap((n) => exchanges.get(n) ?? []),
        text,
        seconds,
      ),
      text,
      codes,
    ),
  }));
}

const issued = /^code \d+ is issued/;

function commandOf([first, ...others]: readonly RedactedExchange[], text: string, seconds: number | undefined): string {
  if (first === undefined) return seconds === undefined ? '' : `sleep ${seconds}`;
  if (issued.test(text))
    return `open '${printable(first.request.url, 4_000).replaceAll("'", '%27')}', sign in, copy "code" from the address you land on: CODE=…`;
  const curls = [first, ...others].map(({ curl }) => printable(curl, 4_000));
  if (seconds !== undefined) return curls.map((curl) => `sleep ${seconds}; ${curl}`).join('; ');
  return curls.length === 1 ? (curls[0] ?? '') : `${curls.map((curl) => `${curl} &`).join(' ')} wait`;
}

/** Where a story has several codes each has a variable of its own. */
function named(command: string, text: string, codes: number): string {
  const [, code] = /^code (\d+)/.exec(text) ?? [];
  return codes > 1 && code !== undefined ? command.replaceAll('$CODE"', `$CODE_${code}"`).replace(/CODE=…$/, `CODE_${code}=…`) : command;
}
