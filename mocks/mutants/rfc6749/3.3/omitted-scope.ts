import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A default scope is granted and not told',
  breaks: ['rfc6749/3.3/omitted-scope'],
  replace: ({ scopeMember }) => ({
    scopeMember: (granted, requested) => (requested === undefined ? undefined : scopeMember(granted, requested)),
  }),
});
