import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty client_id is the client of the request before',
  breaks: ['rfc6749/3.1/empty-authorization-parameter', 'rfc6749/3.2/empty-token-parameter'],
  because: 'The token endpoint reads its requests alike',
  replace: (correct) => {
    let last = '';
    return {
      decode: (encoded, name) => {
        const value = correct.decode(encoded, name);
        if (name !== 'client_id') return value;
        return value === '' ? last : (last = value ?? '');
      },
    };
  },
});
