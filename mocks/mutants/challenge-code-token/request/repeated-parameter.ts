import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a repeated parameter the last one counts',
  breaks: ['challenge-code-token/request/repeated-parameter', 'challenge-code-token/request/repeated-equal-parameter'],
  because: 'The last of two equal values is their value',
  replace: { repeatedParameter: (_name, values) => values.at(-1) },
});
