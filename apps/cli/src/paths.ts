/** Where the catalogue stands beside the program. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const catalogFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../catalog');
