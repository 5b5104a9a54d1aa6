import { columns, fit, printable } from './terminal.js';
import { counted, duration } from './words.js';

/** Where a run stands, as the line on stderr tells it. */
export interface ProgressState {
  /** Scenarios done, of `total`. */
  readonly done: number;
  readonly total: number;
  /** The rule that is being tried; empty between two. */
  readonly rule: string;
  readonly violations: number;
  /** Milliseconds left to wait for what must grow old; 0 when nothing waits. */
  readonly waitingMs: number;
  /** Milliseconds since the run began: they turn the wheel and give the pace. */
  readonly elapsedMs: number;
}

const wheel = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** One line of at most `width` columns for a terminal; in a narrow one the rule gives way first. */
export function progressLine(state: ProgressState, width: number): string {
  const front = `${wheel[Math.floor(Math.max(0, state.elapsedMs) / 80) % wheel.length] ?? ''} ${state.done}/${state.total}`;
  const back = tail(state).join('  ');
  const room = width - columns(front) - columns(back) - (back === '' ? 3 : 5);
  const rule = room < 8 ? '' : fit(printable(state.rule, 200), room);
  return fit([front, rule, back].filter((part) => part !== '').join('  '), Math.max(1, width - 1));
}

/** The same for a log: no wheel, nothing that moves. */
export function plainProgress(state: ProgressState): string {
  return [`${state.done}/${state.total} scenarios`, ...tail(state)].join('  ');
}

function tail(state: ProgressState): readonly string[] {
  const left = remainingMs(state);
  return [
    ...(state.violations === 0 ? [] : [counted(state.violations, 'violation')]),
    ...(left === undefined ? [] : [`${duration(left)} left`]),
  ];
}

/** The first scenarios carry discovery, registration and the controls: they are no measure of the others. */
const fewestForPace = 10;

/** Milliseconds: what must be waited for, or the pace so far carried on, whichever is longer; unknown in the first second and the first scenarios. */
export function remainingMs({ done, total, waitingMs, elapsedMs }: ProgressState): number | undefined {
  const paced = done >= Math.min(fewestForPace, total / 2) && done > 0 && elapsedMs >= 1_000;
  const pace = paced ? (elapsedMs / done) * Math.max(0, total - done) : undefined;
  if (pace === undefined && waitingMs <= 0) return undefined;
  const left = Math.max(pace ?? 0, waitingMs);
  return left <= 0 ? undefined : Math.ceil(left / 1_000) * 1_000;
}
