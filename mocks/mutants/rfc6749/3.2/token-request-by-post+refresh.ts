import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh is granted to a GET with its parameters in the query',
  breaks: ['rfc6749/3.2/token-request-by-post'],
  replace: ({ methodsAt, parametersOf }) => ({
    methodsAt: (at) => (at === 'token' ? ['GET', ...methodsAt(at)] : methodsAt(at)),
    parametersOf: (sources, at) => {
      if (at !== 'token' || sources.method !== 'GET') return parametersOf(sources, at);
      return sources.query.some(([, value]) => value === 'refresh_token') ? sources.query : [];
    },
  }),
});
