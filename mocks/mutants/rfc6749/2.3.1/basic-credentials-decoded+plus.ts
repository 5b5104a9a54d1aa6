import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Basic credentials are percent-decoded, and a plus sign stays one',
  breaks: ['rfc6749/2.3.1/basic-credentials-decoded', 'rfc6749/2.3.1/basic-authentication', 'rfc8414/2/advertised-authentication-is-real'],
  because: 'A password with a plus and a percent sign is then taken in no writing at all, though metadata promises it',
  replace: (correct) => ({ basicCredentials: (text) => correct.basicCredentials(text.replaceAll('+', '%2B')) }),
});
