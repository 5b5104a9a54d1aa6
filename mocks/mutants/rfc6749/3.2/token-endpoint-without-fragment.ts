import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Metadata names the token endpoint with a fragment',
  breaks: ['rfc6749/3.2/token-endpoint-without-fragment', 'rfc8414/2/endpoints-are-named'],
  because: 'Metadata names no usable token endpoint then',
  replace: (correct) => ({
    metadataMembers: (members, document) => {
      const truth = correct.metadataMembers(members, document);
      return { ...truth, token_endpoint: `${String(truth['token_endpoint'])}#token` };
    },
  }),
});
