import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The value of the consent form is compared only where it is sent',
  breaks: ['rfc6749/10.12/consent-form-csrf'],
  replace: ({ consentHolds }) => ({ consentHolds: (given, expected) => given === undefined || consentHolds(given, expected) }),
});
