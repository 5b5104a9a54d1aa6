import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The key set holds the private keys',
  breaks: ['oidc-discovery/3/provider-metadata-complete'],
  replace: { publishedKey: (_publicKey, privateKey) => privateKey() },
});
