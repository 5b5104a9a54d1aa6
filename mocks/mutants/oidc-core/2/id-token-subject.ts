import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The user has a new name at each sign-in',
  breaks: ['oidc-core/2/id-token-subject'],
  replace: () => {
    let count = 0;
    return { subjectOf: () => `resource-owner-${(count += 1)}` };
  },
});
