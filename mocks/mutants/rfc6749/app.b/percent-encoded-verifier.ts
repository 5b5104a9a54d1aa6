import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is taken from the form without being decoded',
  breaks: ['rfc6749/app.b/percent-encoded-verifier'],
  replace: ({ decode }) => ({ decode: (encoded, name) => (name === 'code_verifier' ? encoded : decode(encoded, name)) }),
});
