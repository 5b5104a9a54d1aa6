import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A state that was pushed is lost',
  breaks: ['rfc6749/4.1.2/state-returned-exactly'],
  replace: ({ keptOfPush }) => ({ keptOfPush: (parameters) => keptOfPush(parameters).filter(([name]) => name !== 'state') }),
});
