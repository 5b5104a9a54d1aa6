import { proveRfcRules } from './rfc-matrix.js';

proveRfcRules(1, 2);
