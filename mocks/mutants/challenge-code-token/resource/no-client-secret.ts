import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The resource wants the client_secret',
  breaks: ['challenge-code-token/resource/no-client-secret'],
  replace: { resourceDemandsSecret: true },
});
