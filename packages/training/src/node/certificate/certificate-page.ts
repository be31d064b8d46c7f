import { dirname, join } from 'node:path';
import type { PublicPageContribution } from '@earshot/core/lib/node/http/public-page';

/** Where anybody with a code verifies a certificate. */
export const certificatePage: PublicPageContribution = { path: '/verify', folder: () => join(dirname(require.resolve('@earshot/training/package.json')), 'assets', 'verify') };
