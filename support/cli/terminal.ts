import { createInterface } from 'node:readline';
import { DriverUnavailable } from '../actors/login/login-driver.js';
import type { Terminal } from '../actors/login/manual-driver.js';

/** The person who started the command. Asked on stderr, as stdout is the report's. Throws DriverUnavailable where stdin is no terminal. */
export function terminalOf({ stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>): Terminal {
  if (!stdin.isTTY)
    throw new DriverUnavailable(
      'login.driver',
      'the driver manual reads pasted addresses from a terminal, and stdin is none: run it at one, or choose another driver',
    );
  return {
    ask: (prompt) =>
      new Promise((resolve) => {
        const reader = createInterface({ input: stdin, output: stderr, terminal: true });
        reader.once('close', () => resolve(undefined));
        reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
        reader.question(prompt, (line) => {
          resolve(line);
          reader.close();
        });
      }),
  };
}
