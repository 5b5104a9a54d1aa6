import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives for a minute',
  breaks: ['pkce-access-token/expiry/before-five-minutes'],
  replace: { codeLifetime: 60 },
});
