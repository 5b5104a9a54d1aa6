// node --import ./support/register.mjs examples/targets/oauth2-mock-server/launch.ts [--port N]
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';
import { serve } from '../serve.js';

serve(async (url) => {
  const issuer = new OAuth2Issuer();
  issuer.url = url;
  await issuer.keys.generate('RS256');
  return new OAuth2Service(issuer).requestHandler;
});
