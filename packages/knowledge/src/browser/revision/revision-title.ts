import { nls } from '@theia/core/lib/common/nls';

export const revisionTitle = ({ number }: { readonly number: number }): string => nls.localize('earshot/knowledge/revisions/number', 'Revision {0}', number);
