import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that came twice in one value counts once',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: { verifierRead: (sent) => (sent.slice(0, sent.length / 2).repeat(2) === sent ? sent.slice(0, sent.length / 2) : sent) },
});
