import { createConnection, type Socket } from 'node:net';

/** What Redis answers with. */
export type RedisReply = string | number | null | readonly RedisReply[];

/** Commands over one socket, answered in their order. */
export interface RedisConnection {
  /** Rejects with Redis' own words on an error reply, and with the socket's where it breaks. */
  send(...command: readonly string[]): Promise<RedisReply>;
  close(): Promise<void>;
}

/** Connects at the first command. RESP 2: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
export function connect(url: string): RedisConnection {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  if (protocol !== 'redis:') throw new TypeError(`A store is redis://host[:port][/database], not ${protocol}//`);
  const waiting: { readonly resolve: (reply: RedisReply) => void; readonly reject: (reason: Error) => void }[] = [];
  let socket: Socket | undefined;
  let received = Buffer.alloc(0);

  function open(): Socket {
    const opened = createConnection({ host: hostname || '127.0.0.1', port: Number(port || 6379) });
    opened.setNoDelay(true);
    opened.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let reply = readReply(received, 0); reply !== undefined; reply = readReply(received, 0)) {
        received = received.subarray(reply.end);
        const next = waiting.shift();
        if (reply.value instanceof Error) next?.reject(reply.value);
        else next?.resolve(reply.value);
      }
    });
    const broken = (reason?: Error): void => {
      socket = undefined;
      received = Buffer.alloc(0);
      for (const { reject } of waiting.splice(0)) reject(reason ?? new Error(`The connection to ${hostname} ended`));
    };
    opened.on('error', broken);
    opened.on('close', () => broken());
    return opened;
  }

  function write(command: readonly string[]): Promise<RedisReply> {
    socket ??= greet();
    const to = socket;
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      to.write(`*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`);
    });
  }

  function greet(): Socket {
    socket = open();
    const greetings = [
      ...(password === '' ? [] : [['AUTH', ...(username === '' ? [] : [decodeURIComponent(username)]), decodeURIComponent(password)]]),
      ...(pathname.length > 1 ? [['SELECT', pathname.slice(1)]] : []),
    ];
    for (const greeting of greetings)
      write(greeting).catch((reason: unknown) => socket?.destroy(reason instanceof Error ? reason : undefined));
    return socket;
  }

  return {
    send: (...command) => write(command),
    close: () =>
      new Promise((closed) => {
        if (socket === undefined) closed();
        else socket.end(closed);
      }),
  };
}

interface Read<T> {
  readonly value: T;
  /** Where the next reply begins. */
  readonly end: number;
}

/** The reply that begins there; undefined while a part of it is still to come. */
function readReply(octets: Buffer, from: number): Read<RedisReply | Error> | undefined {
  const lineEnd = octets.indexOf('\r\n', from);
  if (lineEnd < 0) return undefined;
  const line = octets.toString('utf8', from + 1, lineEnd);
  const end = lineEnd + 2;
  switch (octets[from]) {
    case 0x2b: // +
      return { value: line, end };
    case 0x2d: // -
      return { value: new Error(`Redis: ${line}`), end };
    case 0x3a: // :
      return { value: Number(line), end };
    case 0x24: // $
      if (line === '-1') return { value: null, end };
      return octets.length < end + Number(line) + 2
        ? undefined
        : { value: octets.toString('utf8', end, end + Number(line)), end: end + Number(line) + 2 };
    case 0x2a: // *
      return readList(octets, Number(line), end);
    default:
      return { value: new Error(`Redis answered with something that is no reply: ${line.slice(0, 40)}`), end };
  }
}

function readList(octets: Buffer, length: number, from: number): Read<RedisReply | Error> | undefined {
  if (length < 0) return { value: null, end: from };
  const values: RedisReply[] = [];
  let end = from;
  for (let at = 0; at < length; at += 1) {
    const item = readReply(octets, end);
    if (item === undefined) return undefined;
    if (item.value instanceof Error) return item;
    values.push(item.value);
    end = item.end;
  }
  return { value: values, end };
}
