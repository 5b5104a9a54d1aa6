import type { Transcript } from '../wire/transcript.js';

/** One line of a story, and the numbers of the exchanges that it tells of. */
export interface StoryStep {
  readonly text: string;
  readonly exchanges: readonly number[];
  /** Waited for before each exchange, or, where there is none, for its own sake. */
  readonly seconds?: number;
}

/** What was done, step by step, as it was done. */
export class Story {
  readonly steps: StoryStep[] = [];
  readonly #transcript: Transcript;
  #told: number;

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
    this.#told = transcript.count;
  }

  /** The next step: what it was, and all that was exchanged since the one before; `seconds` where it waited. */
  tell(text: string, seconds?: number): void {
    this.steps.push({ text, exchanges: this.#transcript.since(this.#told), ...(seconds === undefined ? {} : { seconds }) });
    this.#told = this.#transcript.count;
  }
}
