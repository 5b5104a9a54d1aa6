import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DriverUnavailable } from './login-driver.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser of this machine: the one that PKCE_CONFORMANCE_CHROMIUM names, else one in the path. Throws DriverUnavailable where there is none. */
export function installedChromium(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['PKCE_CONFORMANCE_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new DriverUnavailable(
      'login.driver',
      `PKCE_CONFORMANCE_CHROMIUM is ${JSON.stringify(named)}, which cannot be run: name the executable of Chromium or Chrome`,
    );
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(isExecutable);
  if (found !== undefined) return found;
  throw new DriverUnavailable(
    'login.driver',
    'the driver browser needs Chromium or Chrome, and none is in the path: install one, or name it by PKCE_CONFORMANCE_CHROMIUM',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
