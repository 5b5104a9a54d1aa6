import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';

/**
 * Serves an example on a loopback port, `--port N` or a free one, until SIGTERM. Once it listens it prints
 * `listening on <issuer>`, which is what the zoo waits for.
 */
export function serve(answering: (issuer: string) => RequestListener | Promise<RequestListener>): void {
  const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values;
  const server = createServer();

  server.listen(Number(port), '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Promise.resolve(answering(issuer)).then(
      (respond) => {
        server.on('request', respond);
        console.log(`listening on ${issuer}`);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });

  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
}
