import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Access tokens are numbered',
  breaks: ['rfc6749/10.10/unguessable-tokens'],
  replace: () => {
    let issued = 0;
    return { newAccessToken: () => `token-${String((issued += 1)).padStart(40, '0')}` };
  },
});
