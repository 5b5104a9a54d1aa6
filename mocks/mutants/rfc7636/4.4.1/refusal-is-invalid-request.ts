import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A PKCE error is told as though the user had said no',
  breaks: ['rfc7636/4.4.1/refusal-is-invalid-request'],
  replace: ({ errors }) => {
    const denied = { ...errors['access-denied'] };
    return { errors: { ...errors, 'method-unknown': denied, 'method-not-offered': denied, 'challenge-missing': denied } };
  },
});
