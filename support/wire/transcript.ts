import type { Answer, Exchange } from './exchange.js';

/** The exchanges of one scenario. */
export class Transcript {
  readonly #exchanges: Exchange[] = [];
  /** Milliseconds that requests of the scenario waited for their turn: codes grow old meanwhile. */
  heldBackMs = 0;

  add(exchange: Exchange): void {
    this.#exchanges.push(exchange);
  }

  /** In the order of sending. */
  get all(): readonly Exchange[] {
    return this.#exchanges.toSorted((a, b) => a.n - b.n);
  }

  get last(): Exchange | undefined {
    return this.all.at(-1);
  }

  /** The numbers of the exchanges, for a verdict to name. */
  get numbers(): readonly number[] {
    return this.all.map(({ n }) => n);
  }

  get count(): number {
    return this.#exchanges.length;
  }

  /** The numbers of the exchanges that ended after so many others had. */
  since(count: number): readonly number[] {
    return this.#exchanges.slice(count).map(({ n }) => n);
  }

  /** The exchanges with an endpoint, whatever the query. */
  with(endpoint: string): readonly Exchange[] {
    const path = withoutQuery(endpoint);
    return this.all.filter(({ request }) => withoutQuery(request.url) === path);
  }

  /** What an endpoint answered, failures left out. */
  answersOf(endpoint: string): readonly Answer[] {
    return this.with(endpoint).flatMap(({ outcome }) => (outcome.kind === 'answer' ? [outcome] : []));
  }
}

function withoutQuery(url: string): string {
  const [bare = ''] = (URL.canParse(url) ? new URL(url).href : url).split(/[?#]/, 1);
  return bare;
}
