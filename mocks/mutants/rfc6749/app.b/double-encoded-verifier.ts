import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is decoded twice',
  breaks: ['rfc6749/app.b/double-encoded-verifier'],
  replace: ({ decode }) => ({
    decode: (encoded, name) => {
      const once = decode(encoded, name);
      return name === 'code_verifier' && once !== undefined ? (decode(once, name) ?? once) : once;
    },
  }),
});
