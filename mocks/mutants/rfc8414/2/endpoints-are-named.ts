import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token endpoint is missing from the metadata',
  breaks: ['rfc8414/2/endpoints-are-named'],
  replace: { metadataMembers: (members) => ({ ...members, token_endpoint: undefined }) },
});
