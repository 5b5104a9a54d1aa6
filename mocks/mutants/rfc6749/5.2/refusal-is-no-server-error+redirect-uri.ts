import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that is no URI makes the server fail',
  breaks: ['rfc6749/5.2/refusal-is-no-server-error'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => redirectUriFault(code, given === undefined ? undefined : (new URL(given), given)),
  }),
});
