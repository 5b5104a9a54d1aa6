import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token lives for thirty seconds',
  breaks: ['challenge-code-token/expiry/before-sixty-seconds'],
  replace: { accessTokenLifetime: 30 },
});
