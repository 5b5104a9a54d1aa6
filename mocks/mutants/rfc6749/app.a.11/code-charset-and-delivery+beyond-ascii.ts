import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code holds a letter beyond ASCII',
  breaks: ['rfc6749/app.a.11/code-charset-and-delivery'],
  replace: ({ newCode }) => ({ newCode: (about) => `${newCode(about)}é` }),
});
