import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh for less than was granted is refused',
  breaks: ['rfc6749/6/refresh-widens-no-scope'],
  replace: ({ refreshedScope }) => ({
    refreshedScope: (granted, requested) =>
      requested !== undefined && requested.length < granted.length ? undefined : refreshedScope(granted, requested),
  }),
});
