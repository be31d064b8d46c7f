import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where files of the sample centre are, also when the program has been bundled. */
export const sampleFolder = (name: 'articles' | 'calls' | 'diagrams' | 'documents' | 'scripts'): string => join(dirname(createRequire(__filename).resolve('@earshot/sample-centre/package.json')), name);
