import { authorizationHabits } from './authorization.js';
import { clientHabits } from './clients.js';
import type { LawfulServer } from './lawful-server.js';
import { pkceHabits } from './pkce.js';
import { tokenHabits } from './tokens.js';

/** Servers that the suite has to find conformant although they decide otherwise than the mock, by name. */
export const lawfulServers: Readonly<Record<string, LawfulServer>> = {
  ...authorizationHabits,
  ...pkceHabits,
  ...tokenHabits,
  ...clientHabits,
};
