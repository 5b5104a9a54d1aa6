import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A PKCE error is shown to the user and not sent to the client',
  breaks: ['rfc7636/4.4.1/pkce-error-by-redirect'],
  replace: ({ refusesByRedirect }) => ({
    refusesByRedirect: (situation, registered) =>
      !situation.startsWith('method-') && situation !== 'challenge-missing' && refusesByRedirect(situation, registered),
  }),
});
