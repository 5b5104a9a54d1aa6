import { isJson, pairsOfJson } from '../../../authorization-server/json-body.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A JSON body is read where it asks for a refresh',
  breaks: ['rfc6749/4.1.3/wrong-media-type'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => (at === 'token' && isJson(contentType)) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => {
      if (!isJson(contentType)) return correct.readBody(body, contentType);
      const pairs = pairsOfJson(body);
      return pairs.some(([, value]) => value === 'refresh_token') ? pairs : [];
    },
  }),
});
