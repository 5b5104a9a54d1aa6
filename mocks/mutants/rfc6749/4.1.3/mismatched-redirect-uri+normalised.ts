import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Redirect URIs are compared as they normalise',
  breaks: ['rfc6749/4.1.3/mismatched-redirect-uri'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) =>
      given !== undefined &&
      code.redirect_uri !== undefined &&
      URL.canParse(given) &&
      new URL(given).href === new URL(code.redirect_uri).href
        ? undefined
        : redirectUriFault(code, given),
  }),
});
