import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A list without members is written as an empty array',
  breaks: ['rfc8414/3.2/empty-arrays-omitted'],
  replace: { metadataMembers: (members) => ({ ...members, acr_values_supported: [] }) },
});
