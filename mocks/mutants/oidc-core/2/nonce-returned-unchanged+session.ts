import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The nonce that came last is that of every token',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: ({ furtherMembers, idTokenClaims }) => {
    let last: string | undefined;
    return {
      furtherMembers: (request, outcome) => {
        last = request.get('nonce');
        return furtherMembers(request, outcome);
      },
      idTokenClaims: (claims, facts) => idTokenClaims(last === undefined ? claims : { ...claims, nonce: last }, facts),
    };
  },
});
