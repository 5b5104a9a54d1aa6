import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A registered redirect URI is a pattern, in which a dot stands for anything',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'web' && new RegExp(`^${registered.replaceAll('?', String.raw`\?`)}$`).test(given)),
  }),
});
