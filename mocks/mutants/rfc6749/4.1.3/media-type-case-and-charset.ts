import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The media type of a token request is compared as one string',
  breaks: ['rfc6749/4.1.3/media-type-case-and-charset'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) =>
      at === 'token' ? contentType === 'application/x-www-form-urlencoded' : correct.acceptsMediaType(contentType, at),
  }),
});
