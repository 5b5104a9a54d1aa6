import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method that metadata leaves out is accepted when it is named',
  breaks: ['rfc7636/4.4.1/plain-not-offered', 'rfc8414/2/advertised-methods-are-real'],
  because: 'Metadata says otherwise',
  replace: { checksNamedMethod: false },
});
