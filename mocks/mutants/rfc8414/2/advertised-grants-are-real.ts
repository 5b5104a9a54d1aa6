import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refresh grant is advertised and refused',
  breaks: ['rfc8414/2/advertised-grants-are-real'],
  replace: ({ grantAllowed }) => ({
    grantAllowed: (client, grantType) => grantType !== 'refresh_token' && grantAllowed(client, grantType),
  }),
});
