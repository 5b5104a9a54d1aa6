import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first characters of a method decide',
  breaks: ['rfc7636/4.4.1/unknown-method'],
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(name) ?? (/^S25\d*$/.test(name) ? 'S256' : undefined) }),
});
