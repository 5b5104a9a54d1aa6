import { mutant } from '../../../authorization-server/mutant.js';

/** RFC 7517, Appendix A.1. */
const ofLastYear = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  kid: 'mock-es256-of-last-year',
  use: 'sig',
};

export default mutant({
  fault: 'Two keys of one kind are published, and no token says which of them has signed it',
  breaks: ['oidc-core/2/id-token-signature'],
  replace: {
    idTokenHeader: (header) => ({ ...header, kid: undefined }),
    publishedKey: (publicKey) => (publicKey.kty === 'EC' ? publicKey : ofLastYear),
  },
});
