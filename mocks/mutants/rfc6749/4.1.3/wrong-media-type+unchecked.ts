import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The media type of a token request is not looked at: every body is read as a form',
  breaks: ['rfc6749/4.1.3/wrong-media-type'],
  replace: (correct) => ({ acceptsMediaType: (contentType, at) => at === 'token' || correct.acceptsMediaType(contentType, at) }),
});
