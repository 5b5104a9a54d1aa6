import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Support for iss is advertised as a text',
  breaks: ['rfc9207/3/iss-support-advertised'],
  replace: { metadataMembers: (members) => ({ ...members, authorization_response_iss_parameter_supported: 'true' }) },
});
