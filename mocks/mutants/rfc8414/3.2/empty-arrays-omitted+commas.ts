import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A list is one text with commas',
  breaks: ['rfc8414/3.2/empty-arrays-omitted'],
  replace: { metadataMembers: (members) => ({ ...members, scopes_supported: 'openid,profile' }) },
});
