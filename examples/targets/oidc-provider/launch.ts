// node --import ./support/register.mjs examples/targets/oidc-provider/launch.ts [--port N]
import { serve } from '../serve.js';
import { signingInBySelf } from './automatic-sign-in.js';
import { configuration } from './configuration.js';

serve((issuer) => signingInBySelf(issuer, configuration()));
