import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The exchange is refused as soon as it names its redirect URI',
  breaks: ['pkce-access-token/request/complete-exchange'],
  replace: { redirectUriFault: (_code, given) => (given === undefined ? undefined : 'redirect-uri-mismatch') },
});
