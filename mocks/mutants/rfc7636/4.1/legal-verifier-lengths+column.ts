import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The column that verifiers are kept in holds one hundred characters',
  breaks: ['rfc7636/4.1/legal-verifier-lengths', 'rfc7636/4.6/matching-verifier'],
  because: 'Any verifier is to make the round trip',
  replace: { verifierRead: (sent) => sent.slice(0, 100) },
});
