import { mutant } from '../../../authorization-server/mutant.js';
import { everyOne } from '../../../authorization-server/policy/errors.js';

export default mutant({
  fault: 'Whatever is wrong with a request, the server says that it failed itself',
  breaks: [
    'rfc6749/5.2/refusal-is-no-server-error',
    'rfc6749/5.2/failed-basic-authentication',
    'rfc6749/5.2/broken-authorization-header',
    'rfc7636/4.1/oversized-verifier',
    'rfc6749/5.2/malformed-body',
  ],
  because: 'Rules that name their status themselves are broken by any other',
  replace: ({ errors }) => ({ errors: everyOne(errors, { status: 500 }) }),
});
