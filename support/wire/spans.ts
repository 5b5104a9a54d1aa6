/** A part of a text that holds a secret. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The secret as its owner would say it, its encoding undone. */
  readonly value: string;
  /** The shell variable that stands for it in a command. */
  readonly variable: string;
}

/** A secret shortened: its length alone below 20 characters; from there on its first 4 and last 3 as well. */
export function cut(secret: string): string {
  const characters = Array.from(secret);
  const ends = [characters.slice(0, 4).join(''), characters.slice(-3).join('')] as const;
  if (characters.length < 20 || !/^[\w.~+/=-]+$/.test(ends.join(''))) return `…(${characters.length})`;
  return `${ends[0]}…${ends[1]} (${characters.length})`;
}

/** In order and apart: of spans that overlap, one that holds the other stands for both, else their union. Empty ones go. */
export function merged(spans: readonly Span[], text: string): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { ...last, end: span.end, value: text.slice(last.start, span.end) };
  }
  return result;
}

/** The text with each span replaced, as far as `limit` characters of the source. */
export function replaced(text: string, spans: readonly Span[], by: (span: Span) => string, limit = text.length): string {
  if (spans.length === 0) return text.slice(0, limit);
  let result = '';
  let at = 0;
  for (const span of merged(spans, text)) {
    if (span.start >= limit) break;
    result += text.slice(at, span.start) + by(span);
    at = span.end;
  }
  return result + text.slice(at, Math.max(at, limit));
}
