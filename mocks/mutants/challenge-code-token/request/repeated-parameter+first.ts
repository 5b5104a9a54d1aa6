import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a repeated parameter the first one counts',
  breaks: ['challenge-code-token/request/repeated-parameter', 'challenge-code-token/request/repeated-equal-parameter'],
  because: 'The first of two equal values is their value',
  replace: { repeatedParameter: (_name, values) => values[0] },
});
