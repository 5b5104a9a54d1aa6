import { Client } from '../../support/actors/client.js';
import { UserAgent } from '../../support/actors/user-agent.js';
import { embeddedStages } from '../../support/cli/embedded.js';
import type { Court } from '../../support/properties/court.js';
import type { Trials } from '../../support/properties/hold.js';
import type { TargetPolicy } from '../../support/target/target.js';
import { Judge } from '../../support/verdict/judge.js';

/** A court before the mock of a profile with these mutants, on the manual clock, handing requests to its core; its every control is granted. `declared` is what the target file says otherwise of its policy. */
export async function courtBefore(
  profile: string,
  mutants: readonly string[],
  trials: Trials,
  declared: Partial<TargetPolicy> = {},
): Promise<Court> {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 5, mutants });
  await staging.close();
  const [stage] = staging.stages;
  if (!stage) throw new Error(`the mock has no profile ${profile}`);
  const { tokenEndpoint, clock, capabilities } = stage;
  const target = { ...stage.target, policy: { ...stage.target.policy, ...declared } };
  const wire = stage.openWire();
  const [client, otherClient] = target.clients.map(
    (registration) => new Client(registration, target, tokenEndpoint, wire, new UserAgent()),
  );
  if (!client) throw new Error(`the mock of ${profile} has no client`);
  const shared = new Map<string, Promise<unknown>>();
  const granted = (): Promise<{ granted: boolean; cause: string; exchanges: number[]; unreachable: boolean }> =>
    Promise.resolve({ granted: true, cause: '', exchanges: [], unreachable: false });
  return {
    client,
    ...(otherClient === undefined ? {} : { otherClient }),
    judge: new Judge({ control: granted, resourceControl: granted, secondLook: () => Promise.resolve(true), note: () => undefined }),
    trials,
    concurrent: true,
    offersPlain: capabilities.some(({ name, value }) => name === 'plain' && value === true),
    until: async (instant) => clock.advance?.(Math.max(0, instant - clock.now())),
    once: <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const asked = (shared.get(name) as Promise<T> | undefined) ?? work();
      shared.set(name, asked);
      return asked;
    },
  };
}
