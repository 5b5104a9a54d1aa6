import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A nonce that was pushed is lost',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: ({ keptOfPush }) => ({ keptOfPush: (parameters) => keptOfPush(parameters).filter(([name]) => name !== 'nonce') }),
});
