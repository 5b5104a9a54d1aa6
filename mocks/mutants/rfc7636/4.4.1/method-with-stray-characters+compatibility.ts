import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method is looked up in its compatibility form and in capitals',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters', 'rfc7636/6.2.1/method-in-wrong-case'],
  because: 's256 becomes S256 as well',
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(name) ?? methodNamed(name.normalize('NFKC').replace(/^s/, 'S')) }),
});
