const HEARTBEAT = 30_000;

/** The one line of a stage: rewritten in place on a terminal; elsewhere a plain line at its end, and one every half minute until then. */
export function liveLine(name) {
  const started = performance.now();
  const terminal = process.stdout.isTTY === true && !process.env.CI;
  let news = '';
  const text = () => `${name.padEnd(8)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${news}`.trimEnd();
  const show = () => process.stdout.write(terminal ? `\r\x1b[K… ${text()}` : `… ${text()}\n`);
  const timer = setInterval(show, terminal ? 200 : HEARTBEAT);
  return {
    say(words) {
      news = words;
    },
    end(passed, words) {
      clearInterval(timer);
      news = words;
      process.stdout.write(`${terminal ? '\r\x1b[K' : ''}${passed ? '✔' : '✘'} ${text()}${passed ? '' : '  FAILED'}\n`);
    },
  };
}
