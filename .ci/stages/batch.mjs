// The test files named on the command line, in one process: to start Node and load the sources costs more than most files do.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
