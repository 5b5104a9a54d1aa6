import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Only codes come with their issuer',
  breaks: ['rfc9207/2/iss-on-error'],
  replace: { returnedIssuer: (issuer, outcome) => (outcome === 'success' ? issuer : undefined) },
});
