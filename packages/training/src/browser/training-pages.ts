import type { PageContribution } from '@earshot/core/lib/browser/navigation';

export const trainingPages: PageContribution = { pages: [] };
