import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'RS256 is missing from the algorithms',
  breaks: ['oidc-discovery/3/provider-metadata-complete'],
  replace: { metadataMembers: (members) => ({ ...members, id_token_signing_alg_values_supported: ['ES256'] }) },
});
