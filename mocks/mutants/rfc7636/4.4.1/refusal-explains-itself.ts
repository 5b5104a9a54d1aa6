import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The error code is all that a redirect says of a refusal',
  breaks: ['rfc7636/4.4.1/refusal-explains-itself'],
  replace: { authorizationErrorMembers: (error) => [['error', error]] },
});
