import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'White space around a method is taken off',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters'],
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(name.trim()) }),
});
