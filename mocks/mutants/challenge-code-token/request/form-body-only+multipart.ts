import { mutant } from '../../../authorization-server/mutant.js';
import { isMultipart, pairsOfMultipart } from '../../../authorization-server/multipart.js';

export default mutant({
  fault: 'A body of several parts is read as well',
  breaks: ['challenge-code-token/request/form-body-only'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => isMultipart(contentType) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => (isMultipart(contentType) ? pairsOfMultipart(body) : correct.readBody(body, contentType)),
  }),
});
