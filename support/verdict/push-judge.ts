import { readPushBody, type PushResponse } from '../protocol/push-response.js';
import type { Exchange } from '../wire/exchange.js';
import { demandControl, type ControlBench } from './demand-control.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';

export interface PushBench extends ControlBench {
  /** True when a 5xx has repeated while the control is granted, and so is a refusal. */
  secondLook(): Promise<boolean>;
}

/** An answer to a push as a form rule looks at it. */
export interface PushAnswer {
  readonly n: number;
  readonly status: number;
  readonly mediaType: string;
  readonly response: PushResponse;
}

/** Judges the endpoint for pushed authorization requests, RFC 9126. */
export class PushJudge {
  readonly #bench: PushBench;

  constructor(bench: PushBench) {
    this.#bench = bench;
  }

  /** No reference comes of the push, in whatever form it is refused. */
  async refused(exchange: Exchange): Promise<void> {
    const { n, status, response } = await this.#heard(exchange);
    if (response.kind === 'accepted') throw new Violation('no request_uri', `a request_uri with status ${status}`, { exchanges: [n] });
    await demandControl(this.#bench);
  }

  /**
   * The form of the answer to a well-formed push. A client that may not push has shown nothing; one that is refused
   * otherwise counts where the same request is granted by the front channel.
   */
  async accepted(exchange: Exchange, oracle: (answer: PushAnswer) => void): Promise<void> {
    const answer = await this.#heard(exchange);
    const { n, status, response } = answer;
    if (response.kind === 'accepted') return oracle(answer);
    if (response.error === 'unauthorized_client') throw new NothingToJudge('the client may not push its requests');
    const control = await this.#bench.control();
    if (!control.granted && control.grantedInstead === undefined)
      throw new Inconclusive(`the server grants nothing: ${control.cause}`, { exchanges: control.exchanges });
    throw new Violation('status 201 with a request_uri', `status ${status} with ${response.error ?? 'no request_uri'}`, {
      exchanges: [n],
      byRefusal: 'server',
    });
  }

  /** The form of any answer. */
  async form(exchange: Exchange, oracle: (answer: PushAnswer) => void): Promise<void> {
    const answer = await this.#heard(exchange);
    await demandControl(this.#bench);
    oracle(answer);
  }

  async #heard({ n, outcome }: Exchange): Promise<PushAnswer> {
    if (outcome.kind === 'failure') throw new Inconclusive(outcome.message, { exchanges: [n] });
    const { status, headers, body } = outcome;
    if (status === 429 || (status >= 502 && status <= 504))
      throw new Inconclusive(`the pushed authorization request endpoint answered ${status}`, { exchanges: [n] });
    if (status >= 500 && !(await this.#bench.secondLook()))
      throw new Inconclusive(`the pushed authorization request endpoint answered ${status}`, { exchanges: [n], serverError: true });
    const mediaType = [headers['content-type'] ?? ''].flat()[0]?.split(';')[0]?.trim().toLowerCase() ?? '';
    return { n, status, mediaType, response: readPushBody(body) };
  }
}
