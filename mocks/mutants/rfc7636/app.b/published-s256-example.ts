import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The published example stands on a list of challenges that nobody redeems',
  breaks: ['rfc7636/app.b/published-s256-example'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => challenge !== published && correct.proves(derived, challenge, verifier, method),
  }),
});

const published = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
