import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Where redirect_uri was left out at authorization any other will do',
  breaks: ['rfc6749/4.1.3/redirect-uri-omitted-twice'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => (code.redirect_uri === undefined ? undefined : redirectUriFault(code, given)),
  }),
});
