import type { Answer } from '../../wire/exchange.js';

/** What stands in the record where the suite has not seen the answer itself, and by whom it was told. */
export const told = {
  redirect: (location: string, by: string): Answer => ({ kind: 'answer', status: 302, headers: { location, 'x-told-by': by }, body: '' }),
  page: (status: number, body: string, by: string): Answer => ({ kind: 'answer', status, headers: { 'x-told-by': by }, body }),
};
