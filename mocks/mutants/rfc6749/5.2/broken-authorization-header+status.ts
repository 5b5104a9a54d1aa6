import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Basic credentials that cannot be read are answered with 400',
  breaks: ['rfc6749/5.2/broken-authorization-header'],
  replace: (correct) => ({
    errors: { ...correct.errors, 'authorization-header-broken': { ...correct.errors['authorization-header-broken'], status: 400 } },
  }),
});
