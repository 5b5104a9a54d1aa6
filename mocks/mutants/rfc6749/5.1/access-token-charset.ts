import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token ends in a character that no Bearer header may hold',
  breaks: ['rfc6749/5.1/access-token-charset'],
  replace: ({ newAccessToken }) => ({ newAccessToken: (about) => `${newAccessToken(about)}!` }),
});
