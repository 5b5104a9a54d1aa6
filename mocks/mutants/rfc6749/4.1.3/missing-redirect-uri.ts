import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token request that leaves redirect_uri out is not asked for it',
  breaks: ['rfc6749/4.1.3/missing-redirect-uri'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => (given === undefined ? undefined : redirectUriFault(code, given)),
  }),
});
