import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer is named by its host',
  breaks: ['rfc9207/2/iss-is-https-url', 'rfc9207/2.3/iss-equals-metadata-issuer'],
  because: 'A host is never the issuer that the metadata names.',
  replace: { returnedIssuer: (issuer) => new URL(issuer).host },
});
