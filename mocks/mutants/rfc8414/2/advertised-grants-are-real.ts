import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refresh grant is advertised and refused',
  breaks: ['rfc8414/2/advertised-grants-are-real', 'rfc6749/6/refresh-yields-token'],
  because: 'Nobody can refresh what the server refuses to everybody',
  replace: ({ grantAllowed }) => ({
    grantAllowed: (client, grantType) => grantType !== 'refresh_token' && grantAllowed(client, grantType),
  }),
});
