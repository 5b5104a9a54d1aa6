import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer is named with a slash more',
  breaks: ['rfc9207/2.3/iss-equals-metadata-issuer', 'rfc9207/2.4/iss-equals-id-token-issuer'],
  because: 'The ID Token beside it names the issuer as the metadata does',
  replace: { returnedIssuer: (issuer) => `${issuer}/` },
});
