const HEARTBEAT = 30_000;

/**
 * The one line of a stage, from when it is its turn to be told: rewritten in place on a terminal; elsewhere a plain line
 * at its end, and one every half minute until then.
 */
export function liveLine(name, told) {
  const started = performance.now();
  const terminal = process.stdout.isTTY === true && !process.env.CI;
  const text = () => `${name.padEnd(8)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${told()}`.trimEnd();
  const show = () => process.stdout.write(terminal ? `\r\x1b[K… ${text()}` : `… ${text()}\n`);
  const timer = setInterval(show, terminal ? 200 : HEARTBEAT);
  return {
    end(passed) {
      clearInterval(timer);
      process.stdout.write(`${terminal ? '\r\x1b[K' : ''}${passed ? '✔' : '✘'} ${text()}${passed ? '' : '  FAILED'}\n`);
    },
  };
}
