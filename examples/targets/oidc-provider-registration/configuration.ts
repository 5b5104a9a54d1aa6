import { base, DAY } from '../oidc-provider/base.js';

/** oidc-provider with no client but those that register themselves, which have to push their authorization requests. Seconds throughout. */
export function configuration(): object {
  return {
    ...base(),
    clientDefaults: { grant_types: ['authorization_code', 'refresh_token'] },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 3600,
      RefreshToken: 14 * DAY,
      IdToken: 3600,
      Session: DAY,
      Grant: 14 * DAY,
      Interaction: 600,
      PushedAuthorizationRequest: 60,
    },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      registrationManagement: { enabled: true },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      revocation: { enabled: true },
    },
  };
}
