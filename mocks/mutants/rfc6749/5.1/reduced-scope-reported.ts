import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scope that was reduced is not told',
  breaks: ['rfc6749/5.1/reduced-scope-reported', 'rfc6749/3.3/unknown-scope'],
  because: 'A response that names no scope says that the unknown one was granted',
  replace: ({ scopeMember }) => ({
    scopeMember: (granted, requested) =>
      requested === undefined || requested.every((scope) => granted.includes(scope)) ? scopeMember(granted, requested) : undefined,
  }),
});
