import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect repeats the PKCE parameters of the request',
  breaks: ['rfc7636/4.4/pkce-parameters-in-redirect'],
  replace: { furtherMembers: (request) => [...request].filter(([name]) => name.startsWith('code_challenge')) },
});
