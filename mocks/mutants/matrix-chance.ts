import crypto, { createCipheriv, hash, type Cipher } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { forgetWhatWasDrawnAhead } from '../../support/protocol/random-octets.js';
import { drawCodesAnew } from '../authorization-server/policy/codes.js';

/** Which faults a few inputs of a property meet is the doing of their seed: it is the same before every mutant, in every run. */
export const usualSeed = 20_260_722;

/** Of all else that is drawn, so that a mutant is killed by a scenario and never by luck; `npm run mutants -- --seed` says another. */
export const matrixSeed = seedSaid(process.env['MATRIX_SEED']) ?? usualSeed;

/** 2026 begins, in milliseconds. */
const FIRST_INSTANT = Date.UTC(2026);
const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** What is nobody's: drawn from until a seed is set. */
let stream = streamFrom('');

/**
 * From here on all chance of this thread follows from the seed and the text: what the judge and the accused draw, and the
 * time of day, which stands still. A signature of ECDSA alone is still of chance: it is drawn below what can be replaced.
 */
export function leaveNothingToChance(text: string): void {
  stream = streamFrom(`${matrixSeed} ${text}`);
  Object.assign(crypto, { randomBytes: drawn, randomFillSync: fill, randomUUID, randomInt });
  Object.assign(crypto.webcrypto, { getRandomValues: fill, randomUUID });
  Math.random = fraction;
  syncBuiltinESMExports();
  forgetWhatWasDrawnAhead();
  drawCodesAnew();
  const now = FIRST_INSTANT + Math.floor(fraction() * A_YEAR);
  Date.now = () => now;
}

/** Octets without end that follow from the text. */
function streamFrom(text: string): Cipher {
  return createCipheriv('aes-256-ctr', hash('sha256', text, 'buffer'), Buffer.alloc(16));
}

function drawn(octets: number): Buffer {
  return stream.update(Buffer.alloc(octets));
}

function fill<T extends NodeJS.ArrayBufferView>(view: T): T {
  drawn(view.byteLength).copy(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return view;
}

/** At least 0, below 1. */
function fraction(): number {
  return drawn(6).readUIntBE(0, 6) / 2 ** 48;
}

/** At least the first number, below the second; with one number from 0. */
function randomInt(first: number, second?: number): number {
  const [least, bound] = second === undefined ? [0, first] : [first, second];
  return least + Math.floor(fraction() * (bound - least));
}

/** RFC 9562 §5.4 */
function randomUUID(): string {
  const octets = drawn(16);
  octets.writeUInt8((octets.readUInt8(6) & 0x0f) | 0x40, 6);
  octets.writeUInt8((octets.readUInt8(8) & 0x3f) | 0x80, 8);
  return octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function seedSaid(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`MATRIX_SEED is "${text}": a seed is a number of at most ten digits`);
}
