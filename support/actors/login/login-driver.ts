import type { RequestDraft } from '../../wire/draft.js';
import type { Landing } from '../landing.js';
import type { Visit } from '../visit.js';

/** What the user answers: whatever is asked, only who he is, or nothing, so that only what browsers do by themselves is done. */
export type Answering = 'everything' | 'login' | 'nothing';

/** The resource owner at the browser: takes an authorization request through login and consent to the redirect URI. */
export interface LoginDriver {
  carry(request: RequestDraft, visit: Visit, answering: Answering): Promise<Landing>;
  /** Ends what was opened for the run. */
  close?(): Promise<void>;
}

/** The driver cannot work here, as the target file or this machine stands: told before anything is sent. */
export class DriverUnavailable extends Error {
  override readonly name = 'DriverUnavailable';
  constructor(
    /** Of the target file. */
    readonly key: string,
    message: string,
  ) {
    super(message);
  }
}
