import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An authorization request with a parameter that is not known is refused',
  breaks: ['rfc6749/3.1/unknown-authorization-parameter'],
  replace: ({ acceptsUnknownParameter }) => ({
    acceptsUnknownParameter: (name, at) => at !== 'authorization' && acceptsUnknownParameter(name, at),
  }),
});
