import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer in the metadata is the host behind the proxy',
  breaks: ['rfc8414/3.3/issuer-equals-url'],
  replace: { metadataMembers: (members) => ({ ...members, issuer: 'https://as.internal.example' }) },
});
