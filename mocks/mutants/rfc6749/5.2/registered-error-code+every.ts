import { mutant } from '../../../authorization-server/mutant.js';
import { everyOne } from '../../../authorization-server/policy/errors.js';

export default mutant({
  fault: 'Whatever is wrong with a request has a number that the server made up',
  breaks: ['rfc6749/5.2/registered-error-code', 'rfc7636/4.4.1/refusal-is-invalid-request', 'rfc7636/4.1/oversized-verifier'],
  because: 'Rules that name their code themselves are broken by any other',
  replace: ({ errors }) => ({ errors: everyOne(errors, { error: 'E1001' }) }),
});
