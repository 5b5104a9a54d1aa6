import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response types are missing from the metadata',
  breaks: ['rfc8414/2/endpoints-are-named', 'oidc-discovery/3/provider-metadata-complete'],
  because: 'An OpenID provider owes the same member',
  replace: { metadataMembers: (members) => ({ ...members, response_types_supported: undefined }) },
});
