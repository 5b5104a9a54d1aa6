import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Errors name the issuer with a slash more',
  breaks: ['rfc9207/2.3/iss-equals-metadata-issuer'],
  replace: { returnedIssuer: (issuer, outcome) => (outcome === 'success' ? issuer : `${issuer}/`) },
});
