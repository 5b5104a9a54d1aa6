import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a parameter that is repeated in a token request the last value counts',
  breaks: [
    'rfc6749/3.2/repeated-token-parameter',
    'rfc6749/3.2/repeated-equal-parameter',
    'rfc6749/5.2/repetition-is-invalid-request',
    'rfc6749/3.2/repeated-verifier',
  ],
  because:
    'The verifier is a parameter too; whoever picks one of the values does so for equal values too, and refuses a wrong one by the error that it would have alone',
  replace: (correct) => ({
    repeatedParameter: (name, values, at) => (at === 'token' ? values.at(-1) : correct.repeatedParameter(name, values, at)),
  }),
});
