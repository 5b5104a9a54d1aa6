import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token comes along with the code where both are asked for',
  breaks: ['rfc9700/2.1.2/implicit-response'],
  replace: ({ responseTypeYields }) => ({
    responseTypeYields: (responseType) =>
      responseType === 'code token' || responseType === 'token code' ? ['code', 'token'] : responseTypeYields(responseType),
  }),
});
