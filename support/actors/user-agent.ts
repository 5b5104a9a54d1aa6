import type { RequestDraft } from '../wire/draft.js';
import type { Wire } from '../wire/wire.js';
import type { Landing } from './landing.js';
import type { Answering } from './login/login-driver.js';
import { Session } from './session.js';
import { Visit } from './visit.js';

export type { Landing } from './landing.js';

/** The resource owner's browser: whoever sits at it is the session's login driver. */
export class UserAgent {
  readonly #session: Session;

  /** Without a session the browser is empty, and nobody is there to sign in. */
  constructor(session: Session = new Session()) {
    this.#session = session;
  }

  /** Opens the authorization request; `redirectUris` are where the client would listen. */
  navigate(wire: Wire, request: RequestDraft, redirectUris: readonly string[], answering: Answering = 'everything'): Promise<Landing> {
    const clients = redirectUris.map((uri) => seenFrom(request.url, uri));
    return this.#session.exclusively(({ driver, jar }) => driver.carry(request, new Visit(wire, jar, clients), answering));
  }
}

/** A browser reads what is no address of its own from where it stands, also where a server redirects to whatever it was asked to. */
function seenFrom(page: string, redirectUri: string): string {
  return !URL.canParse(redirectUri) && URL.canParse(redirectUri, page) ? new URL(redirectUri, page).href : redirectUri;
}
