import type { HttpHeaders } from '../protocol/http.js';
import { TooLarge } from './content-coding.js';
import { headersOf } from './headers.js';

/** Thrown where the octets are no HTTP/1.1 response. */
export class MalformedResponse extends Error {
  override readonly name = 'MalformedResponse';
}

export interface RawResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Buffer;
}

const mostHead = 64 * 1024;
const mostLine = 4 * 1024;
const mostInterim = 10;

type State = 'head' | 'counted' | 'until-close' | 'chunk-size' | 'chunk-data' | 'chunk-end' | 'trailer' | 'complete';

/**
 * Reads one response as it arrives, RFC 9112. Strict: what a lenient reader would repair throws MalformedResponse,
 * what is larger than `maxBytes` throws TooLarge.
 */
export class ResponseParser {
  #state: State = 'head';
  #pending: Buffer = Buffer.alloc(0);
  #left = 0;
  #interim = 0;
  #size = 0;
  #trailer = 0;
  readonly #body: Buffer[] = [];
  #status = 0;
  #headers: HttpHeaders = {};

  constructor(
    readonly method: string,
    readonly maxBytes: number,
  ) {}

  get complete(): boolean {
    return this.#state === 'complete';
  }

  get response(): RawResponse {
    if (!this.complete) throw new Error('the response is not complete');
    return { status: this.#status, headers: this.#headers, body: Buffer.concat(this.#body) };
  }

  feed(octets: Buffer): void {
    this.#pending = this.#pending.length === 0 ? octets : Buffer.concat([this.#pending, octets]);
    while (this.#advance());
  }

  /** The other side closed: false where something is missing. */
  end(): boolean {
    if (this.#state === 'until-close') this.#state = 'complete';
    return this.complete;
  }

  /** One step; false where more octets are needed, or none. */
  #advance(): boolean {
    switch (this.#state) {
      case 'head':
        return this.#readHead();
      case 'counted':
      case 'chunk-data':
        return this.#readCounted();
      case 'until-close':
        this.#take(this.#pending.length);
        return false;
      case 'chunk-size':
        return this.#readChunkSize();
      case 'chunk-end':
        return this.#readChunkEnd();
      case 'trailer':
        return this.#readTrailer();
      case 'complete':
        return false;
    }
  }

  #readHead(): boolean {
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end < 0 || end > mostHead) {
      if (this.#pending.length > mostHead) throw new TooLarge();
      return false;
    }
    const [statusLine = '', ...lines] = this.#pending.toString('latin1', 0, end).split('\r\n');
    this.#pending = this.#pending.subarray(end + 4);
    const [, status] = /^HTTP\/1\.[01] ([1-5]\d\d)(?: [^\r\n]*)?$/.exec(statusLine) ?? malformed('the status line is not HTTP/1.1');
    if (Number(status) < 200) {
      this.#interim += 1;
      if (Number(status) === 101 || this.#interim > mostInterim) malformed('interim responses that nobody asked for');
      return true;
    }
    this.#status = Number(status);
    this.#headers = headersOf(lines.flatMap(field));
    this.#state = this.#framing();
    return true;
  }

  /** RFC 9112 §6.3. */
  #framing(): State {
    const coding = this.#headers['transfer-encoding'];
    const length = this.#headers['content-length'];
    if (this.method === 'HEAD' || this.#status === 204 || this.#status === 304) return 'complete';
    if (coding !== undefined) {
      if (length !== undefined) malformed('both Transfer-Encoding and Content-Length');
      if (typeof coding !== 'string' || coding.toLowerCase() !== 'chunked') malformed('a Transfer-Encoding other than chunked');
      return 'chunk-size';
    }
    if (length === undefined) return 'until-close';
    if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) malformed('a Content-Length that is no number');
    this.#left = Number(length);
    if (this.#left > this.maxBytes) throw new TooLarge();
    return this.#left === 0 ? 'complete' : 'counted';
  }

  #readCounted(): boolean {
    const taken = Math.min(this.#left, this.#pending.length);
    this.#take(taken);
    this.#left -= taken;
    if (this.#left > 0) return false;
    this.#state = this.#state === 'counted' ? 'complete' : 'chunk-end';
    return true;
  }

  #readChunkSize(): boolean {
    const line = this.#line();
    if (line === undefined) return false;
    const [, size] = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(line) ?? malformed('a chunk size that is no number');
    this.#left = parseInt(size ?? '', 16);
    if (this.#size + this.#left > this.maxBytes) throw new TooLarge();
    this.#state = this.#left === 0 ? 'trailer' : 'chunk-data';
    return true;
  }

  #readChunkEnd(): boolean {
    if (this.#pending.length < 2) return false;
    if (this.#pending.toString('latin1', 0, 2) !== '\r\n') malformed('a chunk that does not end where it says');
    this.#pending = this.#pending.subarray(2);
    this.#state = 'chunk-size';
    return true;
  }

  #readTrailer(): boolean {
    const line = this.#line();
    if (line === undefined) return false;
    this.#trailer += line.length;
    if (this.#trailer > mostHead) throw new TooLarge();
    if (line === '') this.#state = 'complete';
    else field(line);
    return true;
  }

  #line(): string | undefined {
    const end = this.#pending.indexOf('\r\n');
    if (end < 0 || end > mostLine) {
      if (this.#pending.length > mostLine) malformed('a line that is too long');
      return undefined;
    }
    const line = this.#pending.toString('latin1', 0, end);
    this.#pending = this.#pending.subarray(end + 2);
    return line;
  }

  #take(length: number): void {
    this.#size += length;
    if (this.#size > this.maxBytes) throw new TooLarge();
    if (length > 0) this.#body.push(this.#pending.subarray(0, length));
    this.#pending = this.#pending.subarray(length);
  }
}

function field(line: string): [name: string, value: string] {
  const [, name = '', value = ''] =
    /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*)$/.exec(line) ?? malformed('a header line that is no field');
  return [name, value.trimEnd()];
}

function malformed(what: string): never {
  throw new MalformedResponse(what);
}
