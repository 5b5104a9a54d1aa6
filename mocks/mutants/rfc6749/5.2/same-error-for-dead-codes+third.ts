import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that comes a third time has another error',
  breaks: ['rfc6749/5.2/same-error-for-dead-codes'],
  replace: ({ errorMembers }) => {
    const uses = new Map<string, number>();
    return {
      errorMembers: (answer, situation, details) => {
        const code = details.parameters?.get('code') ?? '';
        uses.set(code, (uses.get(code) ?? 0) + 1);
        const often = situation === 'code-used' && (uses.get(code) ?? 0) > 1;
        return errorMembers(often ? { ...answer, error: 'invalid_request' } : answer, situation, details);
      },
    };
  },
});
