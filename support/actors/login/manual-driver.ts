import { requestOf, type RequestDraft } from '../../wire/draft.js';
import type { Landing } from '../landing.js';
import type { Visit } from '../visit.js';
import type { Answering, LoginDriver } from './login-driver.js';
import { told } from './told-by-user.js';

/** Where a person is asked. */
export interface Terminal {
  /** Undefined where nobody answers any more. */
  ask(prompt: string): Promise<string | undefined>;
}

const by = 'the person at the terminal';

/** Asks a person to open each authorization request, and to paste the address that the browser lands on. */
export class ManualDriver implements LoginDriver {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  async carry(request: RequestDraft, visit: Visit, answering: Answering): Promise<Landing> {
    const sent = requestOf(request);
    const tell = visit.wire.witness(sent);
    const lost = (reason: string): Landing => ({
      kind: 'lost',
      reason,
      exchange: tell({ kind: 'failure', cause: 'aborted', message: reason }),
    });
    if (request.method !== 'GET') return lost('login.driver manual can only open URLs, and this request is not made by GET');
    if (answering !== 'everything') return lost('login.driver manual goes to the end, and shows no page on the way');
    visit.passThrough(sent.url);
    let prompt = `\nOpen this address, sign in and consent:\n\n${sent.url}\n\nPaste the address you land on, or type "page" if the server stops: `;
    for (;;) {
      const line = (await this.#terminal.ask(prompt))?.trim();
      if (line === undefined) return lost('nobody pasted an address');
      const [, status = '200'] = /^page(?:\s+([1-5]\d\d))?$/i.exec(line) ?? [];
      if (/^page\b/i.test(line)) return { kind: 'page', exchange: tell(told.page(Number(status), '', by)) };
      if (URL.canParse(line) && visit.endsAt(line)) return { kind: 'redirect-uri', url: line, exchange: tell(told.redirect(line, by)) };
      prompt = `That is not an address at ${visit.redirectUris.join(' or ')}. Paste the whole address, or type "page": `;
    }
  }
}
