import type { WriteStream } from 'node:tty';
import { plainProgress, progressLine } from '../../reports/progress.js';
import { fit, printable } from '../../reports/terminal.js';
import type { AskedWait } from '../wire/rate-limits.js';
import type { Progress } from '../run/stage.js';

/** Progress on stderr: a live line on a terminal, now and then a plain line elsewhere, nothing where stdout is for a machine. */
export function liveProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'> & { readonly columns?: number },
  environment: NodeJS.ProcessEnv,
  silent: boolean,
  clock: () => number = () => performance.now(),
): { show: (state: Progress) => void; wait: (wait: AskedWait) => void; say: (line: string) => void; end: () => void } {
  if (silent) return { show: () => undefined, wait: () => undefined, say: () => undefined, end: () => undefined };
  const began = clock();
  const live = Boolean(stream.isTTY) && environment['CI'] === undefined && environment['TERM'] !== 'dumb';
  let shownAt = 0;
  let shown = false;
  return {
    show(state) {
      const now = clock();
      const last = state.done === state.total;
      if (!last && now - shownAt < (live ? 80 : 5_000)) return;
      shownAt = now;
      const told = { ...state, elapsedMs: now - began };
      if (live) stream.write(`\r\u001b[2K${progressLine(told, stream.columns ?? 80)}`);
      else if (!last) stream.write(`${plainProgress(told)}\n`);
      shown = live;
    },
    wait({ host, status, ms }) {
      const now = clock();
      if (!live && ms < 5_000 && now - shownAt < 5_000) return;
      shownAt = now;
      const told = `${host} limits its clients (${status}): waiting ${Math.ceil(ms / 1000)} s, as it asks`;
      stream.write(live ? `\r\u001b[2K${fit(told, (stream.columns ?? 80) - 1)}` : `${told}\n`);
      shown ||= live;
    },
    say(line) {
      stream.write(`${shown ? '\r\u001b[2K' : ''}${printable(line)}\n`);
      shown = false;
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
