import fc from 'fast-check';
import { CODE_CHALLENGE_METHODS } from '../protocol/code-challenge.js';
import { METHOD_LOOKALIKES, type MethodLookalike } from '../protocol/method-lookalikes.js';
import { Violation } from '../verdict/findings.js';
import { places, unknownMethods } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/** No method name of such a kind yields a code: one near to a registered name, or anything at all. */
export function noLookalikeYieldsCode({ client, judge, trials }: Court, kind: MethodLookalike['kind']): Promise<void> {
  const judged = async (method: string): Promise<void> => {
    const asked = await client.authorize({ method });
    if (asked.kind === 'refused') return judge.notIssued(asked.exchange);
    throw new Violation('no authorization code', 'a redirect that carries a code', { exchanges: [asked.exchange.n] });
  };
  return holds(trials, methodsOfKind(kind), judged, (method) => `the method ${JSON.stringify(method)}`);
}

/** Names of that kind, none of them registered. */
export function methodsOfKind(kind: MethodLookalike['kind']): fc.Arbitrary<string> {
  return arbitraries[kind]();
}

const arbitraries: Readonly<Record<MethodLookalike['kind'], () => fc.Arbitrary<string>>> = {
  unknown: () => unknownMethods().filter((method) => kindOf(method) === 'unknown'),
  'other case': () => fc.oneof(listed('other case'), casings()),
  'stray character': () => fc.oneof(listed('stray character'), strays()),
};

/** Whether a name is a registered one in another case, a registered one with something beside it, or neither. */
export function kindOf(method: string): MethodLookalike['kind'] {
  const known = METHOD_LOOKALIKES.find(({ value }) => value === method);
  if (known) return known.kind;
  const lower = method.toLowerCase();
  if (CODE_CHALLENGE_METHODS.some((registered) => registered.toLowerCase() === lower)) return 'other case';
  const bare = lower.replaceAll(/[^a-z0-9]/g, '');
  const beside = (registered: string): boolean => lower.includes(registered) || bare.includes(registered);
  return CODE_CHALLENGE_METHODS.some((registered) => beside(registered.toLowerCase())) ? 'stray character' : 'unknown';
}

function listed(kind: MethodLookalike['kind']): fc.Arbitrary<string> {
  return fc.constantFrom(...METHOD_LOOKALIKES.filter((lookalike) => lookalike.kind === kind).map(({ value }) => value));
}

/** A registered name with the case of some letters flipped. */
function casings(): fc.Arbitrary<string> {
  return fc.mixedCase(fc.constantFrom(...CODE_CHALLENGE_METHODS)).filter((method) => !registered(method));
}

/** A registered name with something that no name holds anywhere in it. */
function strays(): fc.Arbitrary<string> {
  const stray = fc.constantFrom(' ', '\t', '\n', '\r\n', '\0', ',', ';', '"', "'", '\u00a0', '\u200b', '\ufeff', '=', '+');
  return fc
    .record({ name: fc.constantFrom(...CODE_CHALLENGE_METHODS), stray, at: places() })
    .map(({ name, stray, at }) => name.slice(0, at % (name.length + 1)) + stray + name.slice(at % (name.length + 1)));
}

function registered(method: string): boolean {
  return CODE_CHALLENGE_METHODS.some((name) => name === method);
}
