import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that is not of the web is none',
  breaks: ['rfc8252/7.1/private-use-scheme'],
  replace: ({ mayRedirectTo }) => ({ mayRedirectTo: (registered) => /^https?:/.test(registered) && mayRedirectTo(registered) }),
});
