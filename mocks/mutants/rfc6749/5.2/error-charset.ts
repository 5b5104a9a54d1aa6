import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown code is quoted as it came',
  breaks: ['rfc6749/5.2/error-charset'],
  replace: ({ errorMembers }) => ({
    errorMembers: (answer, situation, details) => ({
      ...errorMembers(answer, situation, details),
      ...(situation === 'code-unknown' ? { error_description: `The code ${details.parameters?.get('code') ?? ''} is not known` } : {}),
    }),
  }),
});
