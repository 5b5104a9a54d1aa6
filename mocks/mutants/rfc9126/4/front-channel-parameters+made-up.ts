import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request_uri that was never given out is passed over where the client need not push',
  breaks: ['rfc9126/4/front-channel-parameters'],
  replace: { parametersOfUnknown: (front) => (front.get('client_id')?.endsWith('-pushing') ? undefined : front) },
});
