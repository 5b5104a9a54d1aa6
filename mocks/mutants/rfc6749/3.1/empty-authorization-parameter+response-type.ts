import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty response type means code',
  breaks: ['rfc6749/3.1/empty-authorization-parameter'],
  replace: ({ emptyIsAbsent, responseTypeYields }) => ({
    emptyIsAbsent: (name, at) => name !== 'response_type' && emptyIsAbsent(name, at),
    responseTypeYields: (responseType) => responseTypeYields(responseType === '' ? 'code' : responseType),
  }),
});
