import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect repeats the challenge under another name',
  breaks: ['rfc7636/4.4/pkce-parameters-in-redirect'],
  replace: {
    furtherMembers: (request) => {
      const challenge = request.get('code_challenge');
      return challenge === undefined ? [] : [['session_hint', `v1.${challenge}`]];
    },
  },
});
