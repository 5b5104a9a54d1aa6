import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Only errors name their issuer',
  breaks: ['rfc9207/2/iss-on-success', 'rfc9207/3/iss-support-advertised'],
  because: 'What is advertised and not sent is a promise not kept',
  replace: { returnedIssuer: (issuer, outcome) => (outcome === 'error' ? issuer : undefined) },
});
