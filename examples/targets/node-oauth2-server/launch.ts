// node --import ./support/register.mjs examples/targets/node-oauth2-server/launch.ts [--port N]
import { serve } from '../serve.js';
import { authorizationServer } from './authorization-server.js';

serve(() => authorizationServer({ requirePkce: true, spendCodes: true }));
