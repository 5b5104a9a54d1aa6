import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is decoded a second time',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: { verifierRead: (sent) => decodeURIComponent(sent) },
});
