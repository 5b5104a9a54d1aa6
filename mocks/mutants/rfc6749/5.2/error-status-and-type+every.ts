import { mutant } from '../../../authorization-server/mutant.js';
import { everyOne } from '../../../authorization-server/policy/errors.js';

export default mutant({
  fault: 'Whatever is wrong with a request is told with status 200',
  breaks: [
    'rfc6749/5.2/error-status-and-type',
    'rfc6749/5.2/failed-basic-authentication',
    'rfc6749/5.2/broken-authorization-header',
    'rfc7636/4.1/oversized-verifier',
    'rfc6749/5.2/malformed-body',
  ],
  because: 'Rules that name their status themselves are broken by any other',
  replace: ({ errors }) => ({ errors: everyOne(errors, { status: 200 }) }),
});
