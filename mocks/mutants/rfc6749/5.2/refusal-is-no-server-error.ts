import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that cannot be one makes the server fail',
  breaks: ['rfc6749/5.2/refusal-is-no-server-error', 'rfc6749/5.2/malformed-body'],
  because: 'What a malformed body holds cannot be a code either',
  replace: ({ codeKey }) => ({
    codeKey: (code) => {
      if (/[^\w-]/.test(code)) throw new Error('the key of a code is broken');
      return codeKey(code);
    },
  }),
});
