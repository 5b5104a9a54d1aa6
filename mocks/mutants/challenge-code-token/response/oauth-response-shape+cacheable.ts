import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response can be kept in caches',
  breaks: ['challenge-code-token/response/oauth-response-shape'],
  replace: { tokenResponseCaching: {} },
});
