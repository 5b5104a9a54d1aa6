import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An unknown code that comes again has another error',
  breaks: ['rfc6749/5.2/same-error-for-dead-codes'],
  replace: ({ errorMembers }) => {
    const seen = new Set<string>();
    return {
      errorMembers: (answer, situation, details) => {
        const code = details.parameters?.get('code') ?? '';
        const again = situation === 'code-unknown' && seen.has(code);
        seen.add(code);
        return errorMembers(again ? { ...answer, error: 'invalid_request' } : answer, situation, details);
      },
    };
  },
});
