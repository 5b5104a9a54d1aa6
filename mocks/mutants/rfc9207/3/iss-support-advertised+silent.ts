import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Support for iss is not advertised',
  breaks: ['rfc9207/3/iss-support-advertised'],
  replace: { metadataMembers: (members) => ({ ...members, authorization_response_iss_parameter_supported: undefined }) },
});
