import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response names an address to go to',
  breaks: ['rfc6749/5.1/token-response-leaks-nothing'],
  replace: { tokenResponseHeaders: () => ({ location: 'https://client.example/done' }) },
});
