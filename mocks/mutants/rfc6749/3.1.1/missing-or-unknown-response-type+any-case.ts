import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of the response type makes no difference',
  breaks: ['rfc6749/3.1.1/missing-or-unknown-response-type'],
  replace: ({ responseTypeYields }) => ({ responseTypeYields: (responseType) => responseTypeYields(responseType?.toLowerCase()) }),
});
