import type { Run } from '../run/run.js';
import type { Staging } from './staging.js';

/** Cucumber's messages without the secrets of the run. */
export function* redactedLines(lines: Iterable<string>, { redactText }: Staging): Generator<string> {
  for (const line of lines) yield quotesTheWire(line) ? redactText(line) : line;
}

/** Of cucumber's messages only attachments can, and results that say more than their status; the others are our own features and steps. */
function quotesTheWire(message: string): boolean {
  if (message.startsWith('{"testStepFinished"')) return /"(message|exception)":/.test(message);
  return !/^\{"(source|gherkinDocument|pickle|stepDefinition|parameterType|hook|meta|suggestion|test(RunStarted|Case(Started|Finished)?|StepStarted))"/.test(
    message,
  );
}

/** The texts that quote the wire are redacted like the exchanges; the rules themselves are ours. */
export function redactedRun(run: Run, { redactText }: Staging): Run {
  return {
    ...run,
    ...(run.obstacle === undefined ? {} : { obstacle: redactText(run.obstacle) }),
    ...(run.remedy === undefined ? {} : { remedy: redactText(run.remedy) }),
    capabilities: withTexts(run.capabilities, redactText),
    rules: run.rules.map((result) => ({
      ...result,
      ...(result.reason === undefined ? {} : { reason: { ...result.reason, text: redactText(result.reason.text) } }),
      scenarios: result.scenarios.map((scenario) => withTexts(scenario, redactText)),
    })),
  };
}

/** The same value with every text in it changed. */
function withTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T & string;
  if (Array.isArray(value)) return value.map((item: unknown) => withTexts(item, change)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, withTexts(member, change)])) as T &
    object;
}
