import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Codes are numbered',
  breaks: ['rfc6749/10.10/unguessable-code'],
  replace: () => {
    let last = 41_000_000;
    return { newCode: () => `authorization-code-of-the-example-server-${(last += 1)}` };
  },
});
