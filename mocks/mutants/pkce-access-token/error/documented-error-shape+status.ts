import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A dead code is answered with status 200',
  breaks: ['pkce-access-token/error/documented-error-shape'],
  replace: ({ errors }) => ({ errors: { ...errors, 'code-used': { ...errors['code-used'], status: 200 } } }),
});
