/** How many characters a gram has. */
export const gram = 8;

const factor = 0x01000193;
/** What the oldest character of a gram weighs in its sum. */
const oldest = Array.from({ length: gram - 1 }).reduce<number>((weight) => Math.imul(weight, factor), 1);
const scatter = 0x9e3779b1;

/** A gram stands there in a form, which is known by its number. */
export interface Place {
  readonly form: number;
  readonly at: number;
}

const none = -1;
/** A sheet of so many marks stays in the fast memory of a processor, where the places of a run do not. */
const marks = 1 << 20;

/**
 * Grams of many forms, found again wherever a text holds them, in capitals or small letters: it may err, but never misses one. The places lie in arrays
 * of numbers, twenty octets each, as a run knows hundreds of thousands.
 */
export class GramIndex {
  /** The first place of each bucket; the others hang on it. */
  #heads = new Int32Array(1 << 10).fill(none);
  #nexts = new Int32Array(1 << 9);
  #sums = new Int32Array(1 << 9);
  #forms = new Int32Array(1 << 9);
  #ats = new Int32Array(1 << 9);
  #size = 0;
  /** A mark for each sum that was added, many sums to a mark: nearly all that a text holds are known by it for strangers. */
  readonly #marked = new Uint8Array(marks / 8);

  /** False, and nothing is added, where as many places as `most` say the same already. */
  add(form: number, text: string, at: number, most: number): boolean {
    const sum = sumAt(text, at);
    if (most !== Infinity && this.#like(sum).length >= most) return false;
    if (this.#size === this.#sums.length) this.#grow();
    const place = this.#size;
    this.#sums[place] = sum;
    this.#forms[place] = form;
    this.#ats[place] = at;
    this.#size += 1;
    const mark = markOf(sum);
    this.#marked[mark >>> 3] = (this.#marked[mark >>> 3] ?? 0) | (1 << (mark & 7));
    this.#hang(place, sum);
    return true;
  }

  /** The first place of the text, from `at` on, where a gram may begin; -1 where there is none. */
  next(text: string, at: number): number {
    if (at + gram > text.length) return -1;
    let sum = sumAt(text, at);
    for (let i = at; ; i += 1) {
      if (this.#has(sum)) return i;
      if (i + gram >= text.length) return -1;
      sum = (Math.imul((sum - Math.imul(folded(text, i), oldest)) | 0, factor) + folded(text, i + gram)) | 0;
    }
  }

  /** Where the gram that may begin there stands. */
  places(text: string, at: number): readonly Place[] {
    return this.#like(sumAt(text, at)).map((place) => ({ form: this.#forms[place] ?? none, at: this.#ats[place] ?? none }));
  }

  #has(sum: number): boolean {
    const mark = markOf(sum);
    if (((this.#marked[mark >>> 3] ?? 0) & (1 << (mark & 7))) === 0) return false;
    let place = this.#heads[this.#bucket(sum)] ?? none;
    while (place !== none && this.#sums[place] !== sum) place = this.#nexts[place] ?? none;
    return place !== none;
  }

  #like(sum: number): readonly number[] {
    const found: number[] = [];
    for (let place = this.#heads[this.#bucket(sum)] ?? none; place !== none; place = this.#nexts[place] ?? none)
      if (this.#sums[place] === sum) found.push(place);
    return found;
  }

  #hang(place: number, sum: number): void {
    const bucket = this.#bucket(sum);
    this.#nexts[place] = this.#heads[bucket] ?? none;
    this.#heads[bucket] = place;
  }

  #grow(): void {
    const length = this.#size * 2;
    this.#nexts = resized(this.#nexts, length);
    this.#sums = resized(this.#sums, length);
    this.#forms = resized(this.#forms, length);
    this.#ats = resized(this.#ats, length);
    this.#heads = new Int32Array(length * 2).fill(none);
    for (let place = 0; place < this.#size; place += 1) this.#hang(place, this.#sums[place] ?? 0);
  }

  #bucket(sum: number): number {
    return (Math.imul(sum, scatter) >>> 4) & (this.#heads.length - 1);
  }
}

function markOf(sum: number): number {
  return (Math.imul(sum, scatter) >>> 8) & (marks - 1);
}

function resized(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(length);
  result.set(array);
  return result;
}

function sumAt(text: string, at: number): number {
  let sum = 0;
  for (let i = at; i < at + gram; i += 1) sum = (Math.imul(sum, factor) + folded(text, i)) | 0;
  return sum;
}

/** The same for a capital and its small letter; that a few marks fall together too does no harm. */
function folded(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20;
}
