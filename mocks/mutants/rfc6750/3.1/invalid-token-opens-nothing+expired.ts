import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token never expires',
  breaks: ['rfc6750/3.1/invalid-token-opens-nothing', 'rfc6749/5.1/expires-in-is-honest'],
  because: 'The response says that it does',
  replace: { accessTokenExpired: () => false },
});
