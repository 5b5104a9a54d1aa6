/** What keeps a server from being judged, and what the user can do about it. */
export interface Obstacle {
  /** What the walk did, in the past tense. */
  readonly did: string;
  /** What came back, in the wire's words. */
  readonly back: string;
  readonly cause: string;
  /** The keys of the target file that it may lie in, the likeliest first. */
  readonly keys: readonly string[];
  /** What to write there, or to do elsewhere. */
  readonly mend: string;
}

/** Ends the walk. */
export class Obstructed extends Error {
  override readonly name = 'Obstructed';
  constructor(readonly obstacle: Obstacle) {
    super(obstacle.cause);
  }
}
