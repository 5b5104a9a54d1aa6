import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A page in a frame is reported and shown all the same',
  breaks: ['rfc9700/4.16/login-page-framing'],
  replace: { pageHeaders: { 'content-security-policy-report-only': "frame-ancestors 'none'" } },
});
