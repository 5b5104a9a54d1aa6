import type { HttpRequest, HttpResponse } from '../../support/protocol/http.js';
import { endpointNames, type EndpointName } from './policy/form.js';

/** A passing trouble that the mock makes on purpose: an answer in the place of the right one. */
export interface Fault {
  readonly on: EndpointName | 'any';
  /** A status, a whole answer, `'reset'` for a connection that ends without one, or a function of the request and the right answer. */
  readonly respond:
    | number
    | 'reset'
    | HttpResponse
    | ((request: HttpRequest, right: () => HttpResponse | Promise<HttpResponse>) => HttpResponse | Promise<HttpResponse>);
  /** How many requests it befalls; once unless said. */
  readonly times?: number;
}

/** Throws a RangeError that says what is expected where a fault cannot be meant so: faults also come over HTTP, from anybody. */
export function checkFault({ on, respond, times = 1 }: Fault): void {
  if (on !== 'any' && !endpointNames.includes(on)) throw new RangeError(`on has to be any, ${endpointNames.join(', ')}`);
  if (!Number.isInteger(times) || times < 1 || times > mostTimes)
    throw new RangeError(`times has to be a whole number from 1 to ${mostTimes}`);
  if (typeof respond === 'number') checkStatus(respond, 'respond');
  else if (isAnswer(respond)) checkAnswer(respond);
  else if (respond !== 'reset' && typeof respond !== 'function')
    throw new RangeError('respond has to be a status, "reset", or an answer with status, headers and body');
}

const mostTimes = 1_000_000;

const isAnswer = (respond: Fault['respond']): respond is HttpResponse => typeof respond === 'object' && respond !== null;

function checkAnswer({ status, headers, body, ...others }: HttpResponse): void {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new RangeError('An answer has status, headers and body, and nothing else');
  checkStatus(status, 'status');
  if (typeof body !== 'string') throw new RangeError('body has to be a text');
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) throw new RangeError('headers has to be an object');
  for (const [name, value] of Object.entries(headers)) {
    if (!fieldName.test(name)) throw new RangeError('The name of a header field has to be a token in lower case (RFC 9110 §5.1)');
    if (![value].flat().every((one) => typeof one === 'string' && fieldValue.test(one)))
      throw new RangeError(`The header field ${name.slice(0, 40)} has to be a text without control characters, or a list of such`);
  }
}

function checkStatus(status: number, member: string): void {
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new RangeError(`${member} has to be a status from 200 to 599`);
}

/** RFC 9110 §5.6.2, in lower case. */
const fieldName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/** RFC 9110 §5.5. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
