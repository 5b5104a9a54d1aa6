import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer is named by its host',
  breaks: ['rfc9207/2/iss-is-https-url', 'rfc9207/2.3/iss-equals-metadata-issuer', 'rfc9207/2.4/iss-equals-id-token-issuer'],
  because: 'A host is never the issuer that metadata and ID Token name',
  replace: { returnedIssuer: (issuer) => new URL(issuer).host },
});
