import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The signature belongs to other claims',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: {
    idTokenText: (header, claims, signature) =>
      `${header}.${claims}.${Buffer.from(signature, 'base64url').reverse().toString('base64url')}`,
  },
});
