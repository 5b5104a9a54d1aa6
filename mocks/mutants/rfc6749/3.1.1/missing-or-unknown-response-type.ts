import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A response type that is not known counts as code',
  breaks: ['rfc6749/3.1.1/missing-or-unknown-response-type'],
  replace: ({ responseTypeYields }) => ({
    responseTypeYields: (responseType) => (responseType === undefined ? undefined : (responseTypeYields(responseType) ?? ['code'])),
  }),
});
