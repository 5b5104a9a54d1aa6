import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whether a method is offered is asked only of one that was named',
  breaks: ['rfc7636/4.3/omitted-method-without-plain'],
  replace: { checksOmittedMethod: false },
});
