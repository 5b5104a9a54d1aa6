import { readFile } from 'node:fs/promises';
import type { Certificate } from '../../reports/certificate.js';
import { conclude } from '../../reports/conclusion.js';
import { runOf } from '../../reports/run-of-certificate.js';
import { printable } from '../../reports/terminal.js';
import { suite } from '../package-root.js';
import { describeFault } from '../target/fault.js';
import { readTarget } from '../target/read-target.js';
import type { ProfileName } from '../target/profiles.js';
import { readCertificates } from './certificate-file.js';
import { digestOf, featuresDigest, targetDigest } from './digests.js';
import { isDetachedSignature, isSignedBy, thumbprint } from './signature.js';
import { readPublicKey } from './signing-key.js';
import { UsageError } from './usage-error.js';

export interface VerifyOptions {
  readonly key: string;
  /** Beside the certificate by default. */
  readonly signature?: string;
  /** The target file that the certificate is said to be of. */
  readonly target?: string;
}

interface Finding {
  readonly what: string;
  readonly state: 'holds' | 'does not hold' | 'not compared';
  readonly why: string;
}

/** Checks the signature of a certificate, and what it says of itself: 0 good, 1 bad; what cannot be read is usage. */
export async function verify(file: string, options: VerifyOptions): Promise<number> {
  const signing = await readPublicKey(options.key);
  const octets = await octetsOf(file, 'A certificate.json that certify wrote is expected.');
  const beside = options.signature ?? `${file}.jws`;
  const signature = (await octetsOf(beside, 'certify --sign KEY writes one.')).toString('utf8').trim();
  if (!isDetachedSignature(signature)) throw new UsageError(`${beside}: this is no detached JWS in compact form.`);
  const signed: Finding = {
    what: 'signature',
    ...((await isSignedBy(octets, signature, signing))
      ? { state: 'holds', why: `by the key ${await thumbprint(signing)}` }
      : { state: 'does not hold', why: 'the certificate is not the one that was signed, or the key is another' }),
  };
  if (signed.state === 'does not hold') return told([signed], undefined);
  const [certificate] = await readCertificates([file]);
  if (certificate === undefined) throw new Error('one file was named');
  return told(
    [signed, verdicts(certificate), endpoints(certificate), features(certificate), await target(certificate, options.target)],
    certificate,
  );
}

async function octetsOf(file: string, mend: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file}: it cannot be read (${error.code ?? error.message}). ${mend}`);
  });
}

/** Whether the judgement is the one that the rules amount to. */
function verdicts(certificate: Certificate): Finding {
  const { summary, conformant } = conclude(runOf(certificate, () => undefined));
  const same = digestOf(summary) === digestOf(certificate.summary) && conformant === certificate.conformant;
  return same
    ? { what: 'verdict', state: 'holds', why: 'it is what the rules listed amount to' }
    : { what: 'verdict', state: 'does not hold', why: 'the rules listed amount to another' };
}

function endpoints({ provenance, target: { endpoints: named } }: Certificate): Finding {
  return compared('endpoints', provenance?.digests.endpoints, digestOf(named), 'those that the certificate lists');
}

function features({ provenance, suite: by }: Certificate): Finding {
  if (by.name !== suite.name || by.version !== suite.version) {
    const why = `they were those of ${printable(`${by.name} ${by.version}`, 100)}, this is ${suite.version}`;
    return { what: 'features', state: 'not compared', why };
  }
  return compared('features', provenance?.digests.features, featuresDigest(), `those of ${suite.name} ${suite.version}`);
}

async function target({ provenance, profiles }: Certificate, file: string | undefined): Promise<Finding> {
  if (file === undefined) return { what: 'target file', state: 'not compared', why: 'none is named; --target FILE compares one' };
  const names = profiles.map(({ name }) => name) as ProfileName[];
  const parsed = await readTarget(file, { environment: process.env, profiles: names });
  if ('faults' in parsed) throw new UsageError(parsed.faults.map(describeFault).join('\n'));
  return compared('target file', provenance?.digests.target, targetDigest(parsed.target), `${file}, its secrets left out`);
}

function compared(what: string, said: string | undefined, found: string, of: string): Finding {
  if (said === undefined) return { what, state: 'not compared', why: 'the certificate holds no digest of them' };
  return said === found
    ? { what, state: 'holds', why: of }
    : { what, state: 'does not hold', why: `the digest in the certificate is not that of ${of}` };
}

function told(findings: readonly Finding[], certificate: Certificate | undefined): number {
  const good = findings.every(({ state }) => state !== 'does not hold');
  const lines = findings.map(({ what, state, why }) => `${what.padEnd(12)} ${state.padEnd(14)} ${why}`);
  process.stdout.write(
    `${[...lines, `${good ? 'GOOD' : 'BAD'}   ${certificate === undefined ? 'nothing that it says can be relied on' : summaryOf(certificate)}`].join('\n')}\n`,
  );
  return good ? 0 : 1;
}

function summaryOf(certificate: Certificate): string {
  const { headline, sentence } = conclude(runOf(certificate, () => undefined));
  const { target: judged, startedAt, suite: by } = certificate;
  return printable(`${headline}: ${sentence}. ${judged.name}, ${startedAt}, ${by.name} ${by.version}`, 1_000);
}
