import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge methods are missing from the document that clients of OpenID Connect read',
  breaks: ['rfc8414/2/challenge-methods-advertised'],
  replace: ({ metadataMembers }) => ({
    metadataMembers: (members, document) => ({
      ...metadataMembers(members, document),
      ...(document === 'openid-configuration' ? { code_challenge_methods_supported: undefined } : {}),
    }),
  }),
});
