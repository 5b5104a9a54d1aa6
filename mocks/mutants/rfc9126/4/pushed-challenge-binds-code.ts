import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge of a push is lost on the way to the code',
  breaks: ['rfc9126/4/pushed-challenge-binds-code'],
  replace: { keptOfPush: (parameters) => parameters.filter(([name]) => !name.startsWith('code_challenge')) },
});
