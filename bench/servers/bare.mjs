// The floor: a server on node:http that answers both requests of a pair with the same few octets each time.
import { createServer } from 'node:http';
import { obey } from './obey.mjs';

const location = 'https://client.example/callback?code=SplxlOBeZQQYbYS6WxSbIASplxlOBeZQQYbYS6WxSbI&state=xyz';
const tokens = JSON.stringify({
  access_token: '2YotnFZFEjr1zCsicMWpAA2YotnFZFEjr1zCsicMWpA',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'read',
});

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    request.resume();
    response.writeHead(302, { location, 'content-length': 0 });
    response.end();
    return;
  }
  request.resume();
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      pragma: 'no-cache',
      'content-length': tokens.length,
    });
    response.end(tokens);
  });
});
server.listen(0, '127.0.0.1', () => obey(`http://127.0.0.1:${server.address().port}`));
