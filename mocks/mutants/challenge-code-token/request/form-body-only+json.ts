import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'JSON is read as a form is',
  breaks: ['challenge-code-token/request/form-body-only'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => contentType === 'application/json' || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) =>
      contentType === 'application/json'
        ? Object.entries(JSON.parse(body) as Record<string, string>).map(([name, value]) => [name, encodeURIComponent(value)] as const)
        : correct.readBody(body, contentType),
  }),
});
