import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Native apps may leave PKCE out, like all others',
  breaks: ['rfc8252/8.1/native-request-without-pkce'],
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) => client.application_type !== 'native' && challengeRequired(client, nonce),
  }),
});
