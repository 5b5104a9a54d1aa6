import fc from 'fast-check';
import {
  asMediaType,
  byMethod,
  changed,
  inQuery,
  renamed,
  withFieldAt,
  withHeader,
  withParameter,
  without,
  type Change,
} from '../actors/changes.js';
import { told } from '../verdict/control.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import { places } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/** Whatever is wrong with a redemption, in one place or several, the server does not fail over it. */
export async function noFaultIsAServerError({ client, judge, trials }: Court): Promise<void> {
  let refusals = 0;
  const judged = async (faults: readonly Fault[]): Promise<void> => {
    const draft = changed(client.tokenRequest(await client.obtainCode()), ...faults.map(({ change }) => change));
    const answer = await client.wire.send(draft);
    const outcome = await judge.heard(answer);
    if (outcome.kind === 'server-error') throw new Violation('a status of 4xx, or a token', told(outcome), { exchanges: [answer.n] });
    if (outcome.kind === 'refused') refusals += 1;
  };
  const faults = fc.array(oneFault(), { minLength: 1, maxLength: 3 });
  await holds(trials, faults, judged, (input) => input.map(({ story }) => story).join('; '));
  if (refusals === 0) throw new NothingToJudge('every faulty redemption was granted, so there is no refusal to judge');
}

interface Fault {
  readonly change: Change;
  readonly story: string;
}

const names = ['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier'];

function oneFault(): fc.Arbitrary<Fault> {
  const name = fc.constantFrom(...names);
  return fc.oneof(
    name.map((of) => fault(`without ${of}`, without(of))),
    fc
      .record({ of: name, value: strangeTexts() })
      .map(({ of, value }) => fault(`${of} = ${JSON.stringify(value)}`, withParameter(of, value))),
    fc
      .record({ of: name, value: strangeTexts(), at: places() })
      .map(({ of, value, at }) => fault(`a second ${of} = ${JSON.stringify(value)}`, withFieldAt(at % 6, [of, value]))),
    fc.record({ of: name, to: strangeNames() }).map(({ of, to }) => fault(`${of} called ${JSON.stringify(to)}`, renamed(of, to))),
    name.map((of) => fault(`${of} in the query`, inQuery([of]))),
    fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH').map((method) => fault(`by ${method}`, byMethod(method))),
    fc
      .constantFrom('application/json', 'text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded; charset=UTF-7', '')
      .map((type) => fault(`as ${type || 'no media type'}`, asMediaType(type))),
    fc
      .constantFrom('Basic', 'Basic !', 'Basic Og==', 'Bearer', 'Bearer a b', 'Negotiate', 'Digest username="a"')
      .map((value) => fault(`Authorization: ${value}`, withHeader('authorization', value))),
    fc.constantFrom('*/*;q=nothing', 'text/html', '').map((value) => fault(`Accept: ${value}`, withHeader('accept', value))),
  );
}

function fault(story: string, change: Change): Fault {
  return { story, change };
}

/** Any code point. The unit `binary` of fast-check says the same by a table of all of them: a second and 90 MB. */
const anyCodePoint = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

function strangeTexts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\0',
      '\r\n',
      '%',
      '%00',
      '"',
      "'",
      '\\',
      '../..',
      '${1}',
      '{}',
      '[]',
      'null',
      'true',
      '-1',
      '\ud800',
      '\u202e',
      'x'.repeat(4096),
    ),
    fc.string({ unit: anyCodePoint, maxLength: 60 }),
    fc.string({ unit: 'grapheme-composite', maxLength: 20 }),
  );
}

function strangeNames(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('', '__proto__', 'constructor', 'toString', 'code[]', 'code[x]', 'code.x', '$where'), strangeTexts());
}
