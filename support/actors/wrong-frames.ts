import {
  brokenChunk,
  emptyChunked,
  lengthAndChunked,
  overstatedLength,
  twoLengths,
  understatedLength,
  type Frame,
} from '../wire/framing.js';
import { resolvePhrase } from '../protocol/phrase.js';

/**
 * A framing that is wrong, by the phrase that names it.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one.
 */
export function wrongFrame(phrase: string): Frame {
  return resolvePhrase('framing', phrase, frames);
}

const frames: Readonly<Record<string, Frame>> = {
  'a Content-Length that is too large': overstatedLength,
  'a Content-Length that is too small': understatedLength,
  'two Content-Lengths': twoLengths,
  'a chunk of no size': brokenChunk,
  'chunks that hold nothing': emptyChunked,
  'a Content-Length beside its chunks': lengthAndChunked,
};
