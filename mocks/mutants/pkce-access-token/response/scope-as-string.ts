import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The scope is an array',
  breaks: ['pkce-access-token/response/scope-as-string'],
  replace: { scopeMember: (granted) => granted },
});
