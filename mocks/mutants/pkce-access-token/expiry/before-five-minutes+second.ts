import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives for one second less than the document says',
  breaks: ['pkce-access-token/expiry/before-five-minutes'],
  replace: { codeLifetime: 299 },
});
