import { mutant } from '../../../authorization-server/mutant.js';
import { isMultipart, pairsOfMultipart } from '../../../authorization-server/multipart.js';

export default mutant({
  fault: 'A body of several parts is read as well',
  breaks: ['pkce-access-token/request/form-media-type'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => isMultipart(contentType) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => (isMultipart(contentType) ? pairsOfMultipart(body) : correct.readBody(body, contentType)),
  }),
});
