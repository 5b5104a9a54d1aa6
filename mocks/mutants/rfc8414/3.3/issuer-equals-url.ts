import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer in the metadata has a slash more',
  breaks: ['rfc8414/3.3/issuer-equals-url'],
  replace: { metadataMembers: (members) => ({ ...members, issuer: `${String(members.issuer)}/` }) },
});
