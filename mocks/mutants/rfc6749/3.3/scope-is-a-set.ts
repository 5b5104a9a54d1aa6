import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scope counts only in the order of the server',
  breaks: ['rfc6749/3.3/scope-is-a-set'],
  replace: ({ grantedScope }) => ({
    grantedScope: (requested, allowed) => {
      const places = requested.map((token) => allowed.indexOf(token)).filter((place) => place >= 0);
      return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))
        ? grantedScope(requested, allowed)
        : undefined;
    },
  }),
});
