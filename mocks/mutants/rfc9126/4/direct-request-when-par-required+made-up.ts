import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request_uri that was never given out makes the parameters beside it a pushed request',
  breaks: ['rfc9126/4/direct-request-when-par-required', 'rfc9126/4/front-channel-parameters'],
  because: 'They then are the request of a client that need not push as well',
  replace: { parametersOfUnknown: (front) => front },
});
