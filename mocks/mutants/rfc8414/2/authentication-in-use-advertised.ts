import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Public clients are served and not advertised',
  breaks: ['rfc8414/2/authentication-in-use-advertised'],
  replace: {
    metadataMembers: (members) => ({ ...members, token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'] }),
  },
});
