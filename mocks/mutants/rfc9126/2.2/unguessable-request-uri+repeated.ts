import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A reference comes twice now and then',
  breaks: ['rfc9126/2.2/unguessable-request-uri'],
  replace: ({ newRequestUri }) => {
    let last = newRequestUri();
    let count = 0;
    return { newRequestUri: () => ((count += 1) % 7 === 0 ? last : (last = newRequestUri())) };
  },
});
