import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method that is not known is taken for S256',
  breaks: ['rfc7636/4.4.1/unknown-method', 'rfc9126/2.1/invalid-pkce-pushed'],
  because: 'The rules beside its own look at the same decision from another side',
  replace: ({ methodNamed }) => ({
    methodNamed: (name) => methodNamed(name) ?? (/^(?!s256$|plain$)[\w-]+$/i.test(name) ? 'S256' : undefined),
  }),
});
