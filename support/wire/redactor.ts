import type { Recorder } from './recorder.js';
import { redactExchange, redactText, type RedactedExchange } from './redact.js';
import { SecretIndex } from './secret-index.js';
import { secretsOf } from './secrets-of.js';

/** Shows a run without its secrets: those it was told, and those that any exchange of the run names as such. */
export class Redactor {
  readonly #recorder: Recorder;
  readonly #index: SecretIndex;

  /** `known`: client secrets, passwords, registration tokens; `open`: names that are shown although a secret begins with one. */
  constructor(recorder: Recorder, known: Iterable<string>, open: Iterable<string> = []) {
    this.#recorder = recorder;
    this.#index = new SecretIndex(known, new Set(open));
  }

  /** The exchange of this number; undefined where none was recorded. */
  exchange(n: number): RedactedExchange | undefined {
    this.#learn();
    const exchange = this.#recorder.exchange(n);
    return exchange && redactExchange(exchange, this.#index);
  }

  /** A text of ours with every secret in it cut short. */
  text(text: string): string {
    this.#learn();
    return redactText(text, this.#index);
  }

  /** These exchanges will not be shown; their secrets are known all the same. */
  forget(numbers: Iterable<number>): void {
    this.#learn();
    this.#recorder.forget(numbers);
  }

  #learn(): void {
    for (const exchange of this.#recorder.unread()) {
      for (const secret of secretsOf(exchange)) this.#index.add(secret);
    }
  }
}
