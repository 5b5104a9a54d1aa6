import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Metadata is served as HTML',
  breaks: ['rfc8414/3/well-known-json-object'],
  replace: { metadataContentType: 'text/html' },
});
