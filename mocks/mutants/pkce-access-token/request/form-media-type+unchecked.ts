import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The media type is not looked at: every body is read as a form',
  breaks: ['pkce-access-token/request/form-media-type'],
  replace: { acceptsMediaType: () => true },
});
