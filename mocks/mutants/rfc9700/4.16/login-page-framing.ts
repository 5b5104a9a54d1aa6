import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The consent page says nothing of frames',
  breaks: ['rfc9700/4.16/login-page-framing'],
  replace: { pageHeaders: {} },
});
