import { once } from 'node:events';
import { connect } from 'node:net';

/** One keep-alive connection that sends a request at a time and reads no more of the answer than it has to: the server is to be the slower of the two. */
export interface Connection {
  /** False once the server closed it: node:http does where nothing comes for five seconds. */
  readonly open: boolean;
  /** Resolves to the answer, head and body. Rejects where the connection ends first. */
  send(request: string): Promise<string>;
  close(): void;
}

export async function connection({ hostname, port }: URL): Promise<Connection> {
  const socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
  await once(socket, 'connect');
  let received = '';
  let waiting: { resolve(answer: string): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: string) => {
    received += chunk;
    const end = endOf(received);
    if (end === undefined || received.length < end) return;
    const answer = received.slice(0, end);
    received = received.slice(end);
    waiting?.resolve(answer);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return {
    get open() {
      return socket.readyState === 'open';
    },
    send: (request) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== 'open') {
          reject(new Error('the server closed the connection'));
          return;
        }
        waiting = { resolve, reject };
        socket.write(request, 'latin1');
      }),
    close: () => socket.destroy(),
  };
}

/** Where the answer ends; undefined while its head is not complete. */
function endOf(received: string): number | undefined {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length: ${received.slice(0, head)}`);
  return head + 4 + Number(length);
}
