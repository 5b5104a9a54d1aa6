import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error is announced as HTML',
  breaks: ['pkce-access-token/error/documented-error-shape'],
  replace: { errorContentType: 'text/html' },
});
