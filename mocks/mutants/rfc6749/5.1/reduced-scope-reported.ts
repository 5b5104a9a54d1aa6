import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scope that was reduced is not told',
  breaks: ['rfc6749/5.1/reduced-scope-reported'],
  replace: ({ scopeMember }) => ({
    scopeMember: (granted, requested) =>
      requested === undefined || requested.every((scope) => granted.includes(scope)) ? scopeMember(granted, requested) : undefined,
  }),
});
