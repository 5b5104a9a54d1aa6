import type { Envelope, Pickle } from '@cucumber/messages';

/**
 * Cucumber's messages as lines of NDJSON, over all the cucumber runs of one run: the scenarios that were planned and not
 * every one that their features hold, and the vocabulary once.
 */
export class MessageLog {
  readonly #lines: string[] = [];
  readonly #vocabulary = new Set<string>();
  readonly #unused = new Map<string, Pickle>();

  get lines(): readonly string[] {
    return this.#lines;
  }

  add(envelope: Envelope): void {
    const { pickle, testCase, stepDefinition, parameterType, hook, testRunFinished } = envelope;
    if (pickle) {
      this.#unused.set(pickle.id, pickle);
      return;
    }
    const word = stepDefinition ?? parameterType ?? hook;
    if (word) {
      if (this.#vocabulary.has(word.id)) return;
      this.#vocabulary.add(word.id);
    }
    const used = testCase && this.#unused.get(testCase.pickleId);
    if (used) {
      this.#unused.delete(used.id);
      this.#write({ pickle: used });
    }
    if (testRunFinished) this.#unused.clear();
    this.#write(envelope);
  }

  #write(envelope: Envelope): void {
    this.#lines.push(`${JSON.stringify(envelope)}\n`);
  }
}
