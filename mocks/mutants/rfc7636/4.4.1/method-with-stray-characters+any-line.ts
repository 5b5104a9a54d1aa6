import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The pattern of a method is content with one good line of several',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters'],
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(/^(?:S256|plain)$/m.exec(name)?.[0] ?? name) }),
});
