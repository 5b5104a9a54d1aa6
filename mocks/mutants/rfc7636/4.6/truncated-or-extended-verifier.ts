import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier is cut to the 128 characters of its column',
  breaks: ['rfc7636/4.6/truncated-or-extended-verifier', 'rfc7636/4.6/mismatched-verifier'],
  because: 'Anything appended to the longest verifier is lost',
  replace: { verifierRead: (sent) => sent.slice(0, 128) },
});
