import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A push may name a request_uri itself',
  breaks: ['rfc9126/2.1/request-uri-pushed'],
  replace: { acceptsPushedRequestUri: true },
});
