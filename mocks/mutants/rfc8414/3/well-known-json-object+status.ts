import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Metadata comes with the status of something just created',
  breaks: ['rfc8414/3/well-known-json-object'],
  replace: { metadataStatus: 201 },
});
