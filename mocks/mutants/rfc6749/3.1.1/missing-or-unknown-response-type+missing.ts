import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a response type gets a code',
  breaks: ['rfc6749/3.1.1/missing-or-unknown-response-type'],
  replace: ({ responseTypeYields }) => ({ responseTypeYields: (responseType) => responseTypeYields(responseType ?? 'code') }),
});
