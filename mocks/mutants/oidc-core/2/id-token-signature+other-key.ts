import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The signature is not that of a published key',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: { publishedKey: (key) => ({ ...key, kid: `${String(key.kid)}-of-last-year` }) },
});
