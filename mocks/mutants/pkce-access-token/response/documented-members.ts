import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response names no scope',
  breaks: ['pkce-access-token/response/documented-members'],
  replace: { scopeMember: () => undefined },
});
