import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any response type that says token yields one',
  breaks: ['rfc9700/2.1.2/implicit-response'],
  replace: ({ responseTypeYields }) => ({
    responseTypeYields: (responseType) => (responseType?.split(' ').includes('token') ? ['token'] : responseTypeYields(responseType)),
  }),
});
