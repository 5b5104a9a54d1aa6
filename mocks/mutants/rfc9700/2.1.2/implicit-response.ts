import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The implicit grant was never switched off',
  breaks: ['rfc9700/2.1.2/implicit-response'],
  replace: ({ responseTypeYields }) => ({
    responseTypeYields: (responseType) => (responseType === 'token' ? ['token'] : responseTypeYields(responseType)),
  }),
});
