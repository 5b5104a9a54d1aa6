import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An operator in brackets is handed to the database, which finds that anything is not x',
  breaks: ['rfc6749/3.2/verifier-lookalike-parameter'],
  replace: (correct) => ({
    challengeToVerify: (code, parameters) =>
      parameters.has('code_verifier[$ne]')
        ? { code_challenge_method: code.code_challenge_method }
        : correct.challengeToVerify(code, parameters),
  }),
});
