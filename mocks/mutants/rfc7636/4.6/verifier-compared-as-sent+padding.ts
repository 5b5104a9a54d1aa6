import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Padding and quotes are taken off a verifier',
  breaks: ['rfc7636/4.6/verifier-compared-as-sent'],
  replace: { verifierRead: (sent) => sent.replace(/^"|["=]+$/g, '') },
});
