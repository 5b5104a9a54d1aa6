import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Basic credentials without a colon make the server fail',
  breaks: ['rfc6749/5.2/broken-authorization-header'],
  replace: (correct) => ({
    basicCredentials: (text) => {
      if (!text.includes(':')) throw new RangeError('no colon');
      return correct.basicCredentials(text);
    },
  }),
});
