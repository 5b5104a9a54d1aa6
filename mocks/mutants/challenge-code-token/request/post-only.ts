import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Parameters count wherever they stand, in the body or in the query',
  breaks: ['challenge-code-token/request/post-only'],
  replace: { parametersOf: ({ body, query }) => [...body, ...query] },
});
