import { mutant } from '../../../authorization-server/mutant.js';
import { isMultipart, pairsOfMultipart } from '../../../authorization-server/multipart.js';

export default mutant({
  fault: 'A body of several parts is read as well',
  breaks: ['rfc6749/4.1.3/wrong-media-type'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => (at === 'token' && isMultipart(contentType)) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => (isMultipart(contentType) ? pairsOfMultipart(body) : correct.readBody(body, contentType)),
  }),
});
