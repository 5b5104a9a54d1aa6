import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request that names no client counts as one of the client of the code',
  breaks: ['rfc6749/3.2.1/public-client-unnamed'],
  replace: { clientOfUnnamedRequest: (code) => code?.client_id },
});
