import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token is shown as a number',
  breaks: ['rfc6749/5.1/access-token-charset'],
  replace: { accessTokenMember: () => 20_260_722 },
});
