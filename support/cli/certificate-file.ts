import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Certificate } from '../../reports/certificate.js';
import { packageRoot } from '../package-root.js';
import { UsageError } from './usage-error.js';

/** Reads certificates and holds each against the schema. Throws UsageError for the first that is none. */
export async function readCertificates(files: readonly string[]): Promise<readonly Certificate[]> {
  const schema = JSON.parse(await readFile(join(packageRoot, 'reports/certificate.schema.json'), 'utf8')) as object;
  const isCertificate = new Ajv2020({ strict: false }).compile<Certificate>(schema);
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${file}: it cannot be read (${error.code ?? error.message}).`);
      });
      const value = parsed(text, file);
      if (isCertificate(value)) return value;
      const [fault] = isCertificate.errors ?? [];
      throw new UsageError(
        `${file}: this is no certificate of schema version 1 (${fault?.instancePath === '' ? 'the whole' : (fault?.instancePath ?? '')} ${fault?.message ?? ''}). A certificate.json that certify wrote is expected.`,
      );
    }),
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}: this is no JSON. A certificate.json that certify wrote is expected.`);
    throw error;
  }
}
