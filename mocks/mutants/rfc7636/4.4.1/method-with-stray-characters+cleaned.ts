import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'NUL and quotes are taken off a method',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters'],
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(name.replace(/[\0"']/g, '')) }),
});
