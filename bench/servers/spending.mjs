// A server whose codes are spent in one step, or read first and written so many microseconds later: argv[2]; "atomic" for one step.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const window = process.argv[2] ?? 'atomic';
const codes = new Map();
const spent = new Set();

/** Lets other requests in and comes back when the time has passed; a timer would be coarser than a millisecond. */
async function pass(microseconds) {
  const until = performance.now() + microseconds / 1000;
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
}

async function spend(code) {
  if (spent.has(code)) return false;
  if (window !== 'atomic') await pass(Number(window));
  spent.add(code);
  return true;
}

function authorize(parameters) {
  const code = randomBytes(32).toString('base64url');
  codes.set(code, { challenge: parameters.get('code_challenge'), client: parameters.get('client_id') });
  const location = new URL(parameters.get('redirect_uri') ?? 'http://127.0.0.1/');
  location.searchParams.set('code', code);
  location.searchParams.set('state', parameters.get('state') ?? '');
  return { status: 302, headers: { location: location.href }, body: '' };
}

async function redeem(parameters) {
  const code = parameters.get('code');
  const known = codes.get(code);
  const hash = createHash('sha256')
    .update(parameters.get('code_verifier') ?? '')
    .digest('base64url');
  const granted = known?.challenge === hash && known.client === parameters.get('client_id') && (await spend(code));
  return {
    status: granted ? 200 : 400,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(
      granted ? { access_token: randomBytes(32).toString('base64url'), token_type: 'Bearer' } : { error: 'invalid_grant' },
    ),
  };
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const octets = [];
  for await (const chunk of request) octets.push(chunk);
  const { status, headers, body } =
    pathname === '/authorize' ? authorize(searchParams) : await redeem(new URLSearchParams(Buffer.concat(octets).toString()));
  response.writeHead(status, headers).end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit());
