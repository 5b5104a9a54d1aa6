import { SourceMediaType, type Envelope } from '@cucumber/messages';
import type { ParsedFeature, PlannedPickle } from '../catalogue/parse.js';

/** In octets. */
const pageSize = 1 << 20;
/** UTF-8 takes so many octets for one character of a JavaScript string at most. */
const widest = 3;

/**
 * Cucumber's messages as NDJSON, over all the cucumber runs of one run: the features and scenarios that were executed, each once, and the
 * vocabulary once. They lie outside of the heap, which they would double.
 */
export class MessageLog {
  readonly #pages: Buffer[] = [];
  #page = Buffer.allocUnsafe(0);
  #used = 0;
  readonly #said = new Set<unknown>();
  #planned: ReadonlyMap<string, PlannedPickle> = new Map();

  /** Each ends with its line feed. */
  *lines(): Generator<string> {
    for (const page of [...this.#pages, this.#page.subarray(0, this.#used)]) {
      const text = page.toString();
      for (let start = 0; start < text.length;) {
        const end = text.indexOf('\n', start) + 1;
        yield text.slice(start, end);
        start = end;
      }
    }
  }

  /** What the next cucumber run will execute. */
  expect(pickles: readonly PlannedPickle[]): void {
    this.#planned = new Map(pickles.map((planned) => [planned.pickle.id, planned]));
  }

  add(envelope: Envelope): void {
    const { source, gherkinDocument, pickle, testCase, stepDefinition, parameterType, hook } = envelope;
    if (source || gherkinDocument || pickle) return; // what cucumber read is not what it was given
    const word = stepDefinition ?? parameterType ?? hook;
    if (word && this.#isSaid(word.id)) return;
    if (testCase) this.#introduce(testCase.pickleId);
    this.#write(envelope);
  }

  #introduce(pickleId: string): void {
    const planned = this.#planned.get(pickleId);
    if (planned === undefined || this.#isSaid(planned)) return;
    const { pickle, feature } = planned;
    if (!this.#isSaid(feature)) this.#introduceFeature(feature);
    this.#write({ pickle });
  }

  #introduceFeature({ file, text, document }: ParsedFeature): void {
    this.#write({ source: { uri: file, data: text, mediaType: SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN } });
    this.#write({ gherkinDocument: document });
  }

  #isSaid(what: unknown): boolean {
    if (this.#said.has(what)) return true;
    this.#said.add(what);
    return false;
  }

  #write(envelope: Envelope): void {
    const line = `${JSON.stringify(envelope)}\n`;
    const most = line.length * widest;
    if (this.#used + most > this.#page.length) {
      this.#pages.push(this.#page.subarray(0, this.#used));
      this.#page = Buffer.allocUnsafeSlow(Math.max(pageSize, most));
      this.#used = 0;
    }
    this.#used += this.#page.write(line, this.#used);
  }
}
