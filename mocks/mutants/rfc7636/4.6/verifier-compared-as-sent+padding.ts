import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Padding and quotes are taken off a verifier',
  breaks: ['rfc7636/4.6/verifier-compared-as-sent', 'rfc7636/4.6/mismatched-verifier'],
  because: 'What is taken off is an edit like any other',
  replace: { verifierRead: (sent) => sent.replace(/^"|["=]+$/g, '') },
});
