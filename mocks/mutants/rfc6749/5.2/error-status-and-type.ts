import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A used code is answered with status 200',
  breaks: ['rfc6749/5.2/error-status-and-type'],
  replace: ({ errors }) => ({ errors: { ...errors, 'code-used': { ...errors['code-used'], status: 200 } } }),
});
