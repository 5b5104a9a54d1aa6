import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The media type of a token request counts in lower case only',
  breaks: ['rfc6749/4.1.3/media-type-case-and-charset'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) =>
      correct.acceptsMediaType(contentType, at) && (at !== 'token' || contentType?.split(';')[0] === 'application/x-www-form-urlencoded'),
  }),
});
