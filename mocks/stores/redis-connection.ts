import { createConnection, type Socket } from 'node:net';

/** What Redis answers with. */
export type RedisReply = string | number | null | readonly RedisReply[];

/** Commands over one socket, answered in their order. */
export interface RedisConnection {
  /** Rejects with Redis' own words on an error reply, and with the socket's where it breaks. */
  send(...command: readonly string[]): Promise<RedisReply>;
  close(): Promise<void>;
}

/** How long the first answer may take, in milliseconds; after it the connection may rest. */
const patience = 5_000;

/** Connects at the first command. RESP 2: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
export function connect({ hostname, port, username, password, pathname }: URL): RedisConnection {
  const waiting: Waiting[] = [];
  let socket: Socket | undefined;
  let received = Buffer.alloc(0);
  /** Why nothing said on this socket counts: the greeting was not taken. */
  let refused: Error | undefined;

  function open(): Socket {
    const opened = createConnection({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) });
    opened.setNoDelay(true);
    opened.setTimeout(patience, () => opened.destroy(new Error(`no answer within ${patience / 1000} seconds`)));
    opened.on('data', (chunk) => {
      opened.setTimeout(0);
      received = Buffer.concat([received, chunk]);
      for (let reply = readReply(received, 0); reply !== undefined; reply = readReply(received, 0)) {
        received = received.subarray(reply.end);
        const next = waiting.shift();
        if (refused !== undefined) next?.reject(refused);
        else if (reply.value instanceof Error) next?.reject(reply.value);
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

  function send(command: readonly string[]): Promise<RedisReply> {
    socket ??= greet();
    const to = socket;
    return new Promise((resolve, reject) => write(to, command, { resolve, reject }));
  }

  function write(to: Socket, command: readonly string[], then: Waiting): void {
    waiting.push(then);
    to.write(`*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`);
  }

  function greet(): Socket {
    const opened = open();
    refused = undefined;
    const greetings = [
      ...(password === '' ? [] : [['AUTH', ...(username === '' ? [] : [decodeURIComponent(username)]), decodeURIComponent(password)]]),
      ...(pathname.length > 1 ? [['SELECT', pathname.slice(1)]] : []),
    ];
    const reject = (reason: Error): void => {
      refused = reason;
      opened.destroy(reason);
    };
    for (const greeting of greetings) write(opened, greeting, { resolve: () => undefined, reject });
    return opened;
  }

  return {
    send: (...command) => send(command),
    close: () =>
      new Promise((closed) => {
        if (socket === undefined) closed();
        else socket.end(closed);
      }),
  };
}

/** The address of a Redis. Throws a TypeError, in which no password stands. */
export function redisUrl(url: string): URL {
  const whole = URL.canParse(url) ? new URL(url) : undefined;
  if (whole?.protocol !== 'redis:' || whole.hostname === '' || !/^(\/\d*)?$/.test(whole.pathname))
    throw new TypeError(`A store is redis://[user:password@]host[:port][/database], not ${url.replace(/\/\/[^/]*@/, '//…@')}`);
  return whole;
}

interface Waiting {
  readonly resolve: (reply: RedisReply) => void;
  readonly reject: (reason: Error) => void;
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
