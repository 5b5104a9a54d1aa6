import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any token opens the resource',
  breaks: ['pkce-access-token/resource/token-opens-resource'],
  replace: { opensDespite: (situation) => situation === 'token-unknown' },
});
