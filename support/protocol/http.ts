/** An HTTP request as plain values; the mock answers it and the wire sends it. Header names are lower-case. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  readonly headers: HttpHeaders;
  /** The octets of the body; empty when there is none. */
  readonly body: Uint8Array;
}

/** An HTTP response as plain values. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
}

/** Lower-case field names; a list stands for a field that occurs more than once. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[]>>;

/** Whoever answers a request: a server over the network, or the mock in process. */
export type Respond = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
