import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The lifetime is told to the millisecond',
  breaks: ['rfc6749/5.1/expires-in-number'],
  replace: { expiresInMember: (lifetime) => lifetime - 0.001 },
});
