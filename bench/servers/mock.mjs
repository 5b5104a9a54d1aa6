// The mock as it is published, on its own listener: node mock.mjs <profile>
import { obey } from './obey.mjs';

const { mockAuthorizationServer } = await import(new URL('../../dist/mocks/index.js', import.meta.url).href);
const { url } = await mockAuthorizationServer({ profile: process.argv[2] }).listen();
obey(url);
