import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token endpoint minds neither the method nor where the parameters stand',
  breaks: ['rfc6749/3.2/token-request-by-post', 'rfc6749/4.1.3/wrong-media-type'],
  because: 'A request without a body has no media type, so that none is asked for',
  replace: (correct) => ({
    methodsAt: (at) => (at === 'token' ? ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'] : correct.methodsAt(at)),
    readsBodyOf: () => true,
    acceptsMediaType: (contentType, at) => contentType === undefined || correct.acceptsMediaType(contentType, at),
    parametersOf: (sources, at) =>
      at === 'token' && sources.method !== 'POST' ? [...sources.query, ...sources.body] : correct.parametersOf(sources, at),
  }),
});
