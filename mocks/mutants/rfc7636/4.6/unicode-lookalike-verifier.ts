import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is normalised to its compatible composition',
  breaks: ['rfc7636/4.6/unicode-lookalike-verifier'],
  replace: { verifierRead: (sent) => sent.normalize('NFKC') },
});
