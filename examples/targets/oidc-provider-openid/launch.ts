// node --import ./support/register.mjs examples/targets/oidc-provider-openid/launch.ts [--port N]
import { signingInBySelf } from '../oidc-provider/automatic-sign-in.js';
import { serve } from '../serve.js';
import { configuration } from './configuration.js';

serve((issuer) => signingInBySelf(issuer, configuration()));
