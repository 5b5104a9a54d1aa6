import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A character that no challenge can hold stands for any that it can',
  breaks: ['rfc7636/4.2/illegal-challenge-characters', 'rfc7636/3/standard-base64-challenge'],
  because: 'The marks of the standard alphabet are such characters',
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => challenge.length === 43 || correct.challengeWellFormed(challenge, method),
    proves: (derived, challenge) =>
      derived.length === challenge.length &&
      [...challenge].every((character, at) => character === derived[at] || !/[\w.~-]/.test(character)),
  }),
});
