import { isJson, pairsOfJson } from '../../../authorization-server/json-body.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A JSON body is read as well',
  breaks: ['rfc6749/4.1.3/wrong-media-type'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => (at === 'token' && isJson(contentType)) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => (isJson(contentType) ? pairsOfJson(body) : correct.readBody(body, contentType)),
  }),
});
