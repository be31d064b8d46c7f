import { useService } from '@earshot/core/lib/browser/application';
import { CallImport } from './call-import';

export const useImport = (): CallImport => useService(CallImport);
