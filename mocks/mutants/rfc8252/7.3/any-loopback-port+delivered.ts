import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The code is sent to the registered loopback URI, whatever port was asked for',
  breaks: ['rfc8252/7.3/any-loopback-port'],
  replace: ({ addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => addToRedirectUri(redirectUri.replace(/^(http:\/\/127\.0\.0\.1):[0-9]+/, '$1'), members),
  }),
});
