// node --import ./support/register.mjs examples/targets/jmondi-oauth2-server/launch.ts [--port N]
import { serve } from '../serve.js';
import { authorizationServer } from './authorization-server.js';

serve(authorizationServer);
