import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge of a pushed request is kept in lower case',
  breaks: ['rfc9126/4/pushed-challenge-binds-code'],
  replace: ({ keptOfPush }) => ({
    keptOfPush: (parameters) =>
      keptOfPush(parameters).map(([name, value]) => [name, name === 'code_challenge' ? value.toLowerCase() : value] as const),
  }),
});
