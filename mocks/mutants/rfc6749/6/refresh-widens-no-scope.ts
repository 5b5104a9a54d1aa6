import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh grants what it asks for',
  breaks: ['rfc6749/6/refresh-widens-no-scope', 'rfc9700/4.14.2/refresh-token-consent-bound'],
  because: 'RFC 9700 says the same',
  replace: { refreshedScope: (granted, requested) => requested ?? granted },
});
