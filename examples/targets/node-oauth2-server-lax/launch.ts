// node --import ./support/register.mjs examples/targets/node-oauth2-server-lax/launch.ts [--port N]
import { authorizationServer } from '../node-oauth2-server/authorization-server.js';
import { serve } from '../serve.js';

serve(() => authorizationServer({ requirePkce: false, spendCodes: false }));
