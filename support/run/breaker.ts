import { Inconclusive } from '../wire/inconclusive.js';
import type { Wire } from '../wire/wire.js';

const patience = 4;

/**
 * Wires that stop asking a server which has ceased to answer: after four requests in a row without any answer each
 * further one is inconclusive at once, instead of costing its whole timeout.
 */
export function withBreaker(open: () => Wire): { openWire: () => Wire } {
  let silent = 0;
  let cause = '';
  return {
    openWire: () => {
      const wire = open();
      return {
        ...wire,
        async send(draft) {
          if (silent >= patience) throw new Inconclusive(`the server stopped answering: ${cause}`, { unreachable: true });
          const exchange = await wire.send(draft);
          if (exchange.outcome.kind === 'failure' && exchange.outcome.cause === 'limited')
            throw new Inconclusive(exchange.outcome.message, { unreachable: true, exchanges: [exchange.n] });
          if (exchange.outcome.kind === 'failure' && exchange.outcome.cause !== 'reset' && exchange.outcome.cause !== 'too-large') {
            silent += 1;
            cause = exchange.outcome.message;
          } else silent = 0;
          return exchange;
        },
      };
    },
  };
}
