import { Violation } from './findings.js';
import type { PushAnswer } from './push-judge.js';

/** RFC 9126 §2.2: 201 with a JSON object that holds the reference and the seconds that it lives. */
export function isPushResponse({ n, status, mediaType, response }: PushAnswer): void {
  const expiresIn = response.kind === 'accepted' ? response.expiresIn : undefined;
  const faults = [
    status === 201 ? '' : `status ${status}`,
    mediaType === 'application/json' ? '' : `Content-Type: ${mediaType || 'absent'}`,
    typeof expiresIn === 'number' && Number.isInteger(expiresIn) && expiresIn > 0
      ? ''
      : `expires_in: ${expiresIn === undefined ? 'absent' : JSON.stringify(expiresIn)}`,
  ].filter(Boolean);
  if (faults.length > 0)
    throw new Violation('status 201, application/json, a request_uri and a positive whole number as expires_in', faults.join(', '), {
      exchanges: [n],
    });
}

/** RFC 9126 §2.3: 405 to any other method. */
export function isMethodNotAllowed({ n, status }: PushAnswer): void {
  if (status !== 405) throw new Violation('status 405', `status ${status}`, { exchanges: [n] });
}
