import 'reflect-metadata';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require.extensions['.css'] = () => { };                                          // Theia's own modules require() their styles
(globalThis as { DragEvent?: unknown }).DragEvent ??= class extends MouseEvent { }; // @lumino/dragdrop wants it, jsdom lacks it
const scrollbar = require('perfect-scrollbar');
scrollbar.default ??= scrollbar;                                                 // a bundler would have picked the ES module
(document as { queryCommandSupported?: unknown }).queryCommandSupported ??= () => false;
