/** Colours for a terminal, or none. What is painted must be printable already, and have its width taken. */
export type Tint = 'red' | 'green' | 'yellow' | 'magenta' | 'cyan' | 'dim' | 'bold';
export type Paint = (tint: Tint, text: string) => string;

export function painter(colour: boolean): Paint {
  return colour ? (tint, text) => (text === '' ? '' : `\u001b[${codes[tint][0]}m${text}\u001b[${codes[tint][1]}m`) : (_tint, text) => text;
}

const codes: Readonly<Record<Tint, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};
