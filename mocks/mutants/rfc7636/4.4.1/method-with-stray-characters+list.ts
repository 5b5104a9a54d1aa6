import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a list of methods the first counts',
  breaks: ['rfc7636/4.4.1/method-with-stray-characters'],
  replace: ({ methodNamed }) => ({ methodNamed: (name) => methodNamed(/^(.+?)[ ,]/s.exec(name)?.[1] ?? name) }),
});
