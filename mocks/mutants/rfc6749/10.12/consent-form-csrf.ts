import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A consent counts wherever it was given',
  breaks: ['rfc6749/10.12/consent-form-csrf'],
  replace: { consentHolds: () => true },
});
