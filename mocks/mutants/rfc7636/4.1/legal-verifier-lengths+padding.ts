import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier of 44 characters is taken for base64 with its padding, which is cut off',
  breaks: ['rfc7636/4.1/legal-verifier-lengths'],
  replace: { verifierRead: (sent) => (sent.length === 44 ? sent.slice(0, 43) : sent) },
});
