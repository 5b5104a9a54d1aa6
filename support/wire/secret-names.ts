/** Parameters, members and form fields that hold a secret, with the shell variable that stands for it in a command. */
const variables: ReadonlyMap<string, string> = new Map([
  ['code', 'CODE'],
  ['access_token', 'ACCESS_TOKEN'],
  ['refresh_token', 'REFRESH_TOKEN'],
  ['id_token', 'ID_TOKEN'],
  ['id_token_hint', 'ID_TOKEN'],
  ['logout_token', 'LOGOUT_TOKEN'],
  ['token', 'TOKEN'],
  ['subject_token', 'SUBJECT_TOKEN'],
  ['actor_token', 'ACTOR_TOKEN'],
  ['device_code', 'DEVICE_CODE'],
  ['user_code', 'USER_CODE'],
  ['auth_req_id', 'AUTH_REQ_ID'],
  ['client_secret', 'CLIENT_SECRET'],
  ['client_assertion', 'CLIENT_ASSERTION'],
  ['assertion', 'ASSERTION'],
  ['request_uri', 'REQUEST_URI'],
  ['registration_access_token', 'REGISTRATION_ACCESS_TOKEN'],
  ['initial_access_token', 'INITIAL_ACCESS_TOKEN'],
  ['software_statement', 'SOFTWARE_STATEMENT'],
  ['password', 'PASSWORD'],
  ['passwd', 'PASSWORD'],
  ['pass', 'PASSWORD'],
  ['passphrase', 'PASSWORD'],
  ['otp', 'OTP'],
  ['api_key', 'API_KEY'],
  ['apikey', 'API_KEY'],
  ['secret', 'SECRET'],
  ['private_key', 'PRIVATE_KEY'],
]);

/** The shell variable for the secret under this name; absent where the name holds none. Case and hyphens do not matter. */
export function variableFor(name: string): string | undefined {
  const known = variables.get(name);
  if (known !== undefined || innocent.has(name)) return known;
  const found = variables.get(name.trim().toLowerCase().replaceAll('-', '_')) ?? loginVariable(name);
  if (found === undefined && innocent.size < mostInnocent) innocent.add(name);
  return found;
}

/** What the fields of login pages are called, whatever framework made them: `user[password]`, `j_username`, `__RequestVerificationToken`. */
const ofLogins: readonly (readonly [RegExp, string])[] = [
  [/(?:password|passwd|passwort|kennwort|passcode|pwd)\]?$/i, 'PASSWORD'],
  [/(?:user_?name|user_?id|login|log_?on|e-?mail|benutzername|identifiant|usuario)\]?$/i, 'LOGIN_NAME'],
  [/csrf|xsrf|authenticity_?token|verification_?token/i, 'CSRF_TOKEN'],
];

const mayBeOfLogin = /pass|pwd|user|usuario|log|mail|ident|kennwort|benutzer|[cx]srf|token/i;

function loginVariable(name: string): string | undefined {
  return mayBeOfLogin.test(name) ? ofLogins.find(([pattern]) => pattern.test(name))?.[1] : undefined;
}

/** Names that hold no secret: most of a run's are the same few dozen, and those of its properties are made up once. */
const innocent = new Set<string>();
const mostInnocent = 2_000;

/** Header fields that hold a secret whole, whatever stands before it. */
export const secretHeaders: ReadonlyMap<string, string> = new Map([
  ['authorization', 'CREDENTIALS'],
  ['proxy-authorization', 'PROXY_CREDENTIALS'],
  ['dpop', 'DPOP_PROOF'],
  ['x-api-key', 'API_KEY'],
  ['x-auth-token', 'TOKEN'],
]);
