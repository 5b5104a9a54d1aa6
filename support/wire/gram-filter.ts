/** How many characters a gram has. */
export const gram = 8;

const factor = 0x01000193;
/** What the oldest character of a gram weighs in its sum. */
const oldest = Array.from({ length: gram - 1 }).reduce<number>((weight) => Math.imul(weight, factor), 1);
const scatter = 0x9e3779b1;

/** Tells quickly where a text may hold a gram of a growing set, so that only there it is looked up: it may err, but never misses one. */
export class GramFilter {
  #bits = new Uint32Array(1 << 10);
  #sums: number[] = [];

  add(key: string): void {
    const sum = sumOf(key);
    this.#sums.push(sum);
    if (this.#sums.length * 8 <= this.#bits.length * 32) return this.#mark(sum);
    this.#bits = new Uint32Array(this.#bits.length * 4);
    this.#sums.forEach((one) => this.#mark(one));
  }

  /** The first place, from `at` on, where a gram of the set may begin; -1 where there is none. */
  next(text: string, at: number): number {
    if (at + gram > text.length) return -1;
    let sum = sumOf(text.slice(at, at + gram));
    for (let i = at; ; i += 1) {
      if (this.#marked(sum)) return i;
      if (i + gram >= text.length) return -1;
      sum = (Math.imul((sum - Math.imul(text.charCodeAt(i), oldest)) | 0, factor) + text.charCodeAt(i + gram)) | 0;
    }
  }

  #mark(sum: number): void {
    const place = this.#place(sum);
    this.#bits[place >>> 5] = (this.#bits[place >>> 5] ?? 0) | (1 << (place & 31));
  }

  #marked(sum: number): boolean {
    const place = this.#place(sum);
    return (((this.#bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  #place(sum: number): number {
    return (Math.imul(sum, scatter) >>> 4) & (this.#bits.length * 32 - 1);
  }
}

function sumOf(key: string): number {
  let sum = 0;
  for (let i = 0; i < gram; i += 1) sum = (Math.imul(sum, factor) + key.charCodeAt(i)) | 0;
  return sum;
}
