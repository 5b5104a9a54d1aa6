import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Methods are known in any case',
  breaks: ['rfc7636/6.2.1/method-in-wrong-case', 'rfc9126/2.1/invalid-pkce-pushed'],
  because: 'A pushed request is read alike',
  replace: ({ methodNamed }) => ({ methodNamed: (name) => (name.toLowerCase() === 's256' ? 'S256' : methodNamed(name.toLowerCase())) }),
});
