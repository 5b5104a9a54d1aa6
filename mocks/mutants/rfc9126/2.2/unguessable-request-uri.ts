import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'References are counted',
  breaks: ['rfc9126/2.2/unguessable-request-uri'],
  replace: () => {
    let count = 0;
    return { newRequestUri: () => `urn:ietf:params:oauth:request_uri:${(count += 1)}` };
  },
});
