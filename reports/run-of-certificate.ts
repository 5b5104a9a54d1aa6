import type { Rule } from '../support/catalogue/rule.js';
import type { Run } from '../support/run/run.js';
import type { CertifiedRule, Certificate } from './certificate.js';

/**
 * The run that a certificate tells of, as far as it tells: how long its scenarios took and what was waited for is not in it. What a
 * rule's feature says beside, its reason and its place, comes from `known`; a rule of another version may not be there.
 */
export function runOf(certificate: Certificate, known: (id: string) => Rule | undefined): Run {
  const { suite, target, profiles, capabilities, seed, startedAt, durationMs, conformant, complete, exchanges } = certificate;
  return {
    suite,
    target: { ...target, limits: certificate.limits ?? [] },
    profiles,
    capabilities,
    seed,
    strict: certificate.strict ?? false,
    startedAt,
    durationMs,
    waitedMs: certificate.ageing?.waitedMs ?? 0,
    agedScenarios: certificate.ageing?.scenarios ?? 0,
    conformant,
    complete,
    ...(certificate.obstacle === undefined ? {} : { obstacle: certificate.obstacle }),
    ...(certificate.remedy === undefined ? {} : { remedy: certificate.remedy }),
    ...(certificate.shard === undefined ? {} : { shard: certificate.shard }),
    ...(certificate.gate === undefined ? {} : { gate: certificate.gate }),
    ...(certificate.provenance === undefined ? {} : { provenance: certificate.provenance }),
    rules: certificate.rules.map((rule) => ({
      rule: ruleOf(rule, known(rule.id)),
      profile: rule.profile,
      verdict: rule.verdict,
      ...(rule.reason === undefined ? {} : { reason: rule.reason }),
      ...(rule.waiver === undefined ? {} : { waiver: rule.waiver }),
      scenarios: rule.scenarios.map((scenario) => ({ ...scenario, durationMs: 0 })),
    })),
    exchanges,
  };
}

function ruleOf({ id, title, level, basis, judges, source, profile, excluded, sameAs }: CertifiedRule, known: Rule | undefined): Rule {
  return {
    why: '',
    role: 'authorization-server',
    profiles: [profile],
    conditions: [],
    feature: { name: '', file: 'features', line: 1 },
    scenarios: [],
    ...known,
    ...{ id, title, level, basis, judges, source },
    ...(excluded === undefined ? {} : { excluded }),
    ...(sameAs === undefined ? {} : { sameAs }),
  };
}
