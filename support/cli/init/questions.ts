import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Asks a person, or takes every default where nobody is to be asked. */
export interface Questions {
  /** The answer, or the default where it is empty. */
  readonly ask: (question: string, otherwise: string) => Promise<string>;
  readonly confirm: (question: string, otherwise: boolean) => Promise<boolean>;
  readonly close: () => void;
}

export const defaultsOnly: Questions = {
  ask: (_question, otherwise) => Promise.resolve(otherwise),
  confirm: (_question, otherwise) => Promise.resolve(otherwise),
  close: () => undefined,
};

/** Line by line; where the input ends, the rest are the defaults. */
export function questionsTo(input: Readable, output: Writable): Questions {
  const lines = createInterface({ input, output });
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  let open = true;
  void ended.then(() => (open = false));
  const answer = async (question: string): Promise<string> =>
    open ? ((await Promise.race([lines.question(question), ended]))?.trim() ?? '') : '';
  return {
    async ask(question, otherwise) {
      return (await answer(`${question}${otherwise === '' ? '' : ` [${otherwise}]`} `)) || otherwise;
    },
    async confirm(question, otherwise) {
      const said = await answer(`${question} [${otherwise ? 'Y/n' : 'y/N'}] `);
      return said === '' ? otherwise : /^y/i.test(said);
    },
    close: () => lines.close(),
  };
}
