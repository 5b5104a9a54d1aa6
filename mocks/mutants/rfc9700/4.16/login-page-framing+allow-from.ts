import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The page names who may frame it in a way that no browser heeds any more',
  breaks: ['rfc9700/4.16/login-page-framing'],
  replace: { pageHeaders: { 'x-frame-options': 'ALLOW-FROM https://portal.example' } },
});
