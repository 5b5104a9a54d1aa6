import { mutant } from '../../../authorization-server/mutant.js';
import type { Pair } from '../../../authorization-server/policy/form.js';

export default mutant({
  fault: 'A JSON body is read as well',
  breaks: ['rfc6749/4.1.3/wrong-media-type'],
  replace: (correct) => ({
    acceptsMediaType: (contentType, at) => (at === 'token' && isJson(contentType)) || correct.acceptsMediaType(contentType, at),
    readBody: (body, contentType) => (isJson(contentType) ? pairsOfJson(body) : correct.readBody(body, contentType)),
  }),
});

const isJson = (contentType: string | undefined): boolean => contentType?.startsWith('application/json') ?? false;

function pairsOfJson(body: string): Pair[] {
  const members = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return Object.entries(members).map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(String(value))]);
}
