import { membersOf, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** The expires_in of a token response, where it has one, is a JSON number of that range (seconds, both counted in). */
export function expiresWithin(from: number, to: number): FormOracle {
  return (form) => {
    const value = membersOf(form)['expires_in'];
    if (value === undefined) throw new NothingToJudge('the response has no expires_in');
    if (typeof value === 'number' && value >= from && value <= to) return undefined;
    throw new Violation(`no expires_in, or a number from ${from} to ${to}`, `expires_in: ${JSON.stringify(value)}`, {
      exchanges: [form.n],
    });
  };
}
