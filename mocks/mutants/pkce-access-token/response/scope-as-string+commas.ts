import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scope is a list with commas',
  breaks: ['pkce-access-token/response/scope-as-string'],
  replace: { scopeMember: (granted) => granted.join(',') },
});
