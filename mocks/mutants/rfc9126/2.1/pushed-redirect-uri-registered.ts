import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect_uri that is pushed is taken for a registered one, whoever pushes it',
  breaks: ['rfc9126/2.1/pushed-redirect-uri-registered'],
  replace: { mayPushUnregistered: () => true, validatesPushedRedirectUri: false },
});
