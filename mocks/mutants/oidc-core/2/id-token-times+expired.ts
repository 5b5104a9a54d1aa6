import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token has expired when it is issued',
  breaks: ['oidc-core/2/id-token-times'],
  replace: { idTokenLifetime: -1 },
});
