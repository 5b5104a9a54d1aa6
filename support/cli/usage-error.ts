/** The user has to mend something before anything is sent: the command line or the target file. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    /** 2; 3 where the server's answer and not the file showed it. */
    readonly exitCode: 2 | 3 = 2,
  ) {
    super(message);
  }
}
