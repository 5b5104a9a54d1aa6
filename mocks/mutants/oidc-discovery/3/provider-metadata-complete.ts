import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The subject types are missing from the provider metadata',
  breaks: ['oidc-discovery/3/provider-metadata-complete'],
  replace: { metadataMembers: (members) => ({ ...members, subject_types_supported: undefined }) },
});
