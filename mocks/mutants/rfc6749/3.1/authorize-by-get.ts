import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The authorization endpoint answers POST alone',
  breaks: ['rfc6749/3.1/authorize-by-get'],
  replace: ({ methodsAt, parametersOf }) => ({ methodsAt: (at) => (at === 'authorization' ? ['POST'] : methodsAt(at)), parametersOf }),
});
