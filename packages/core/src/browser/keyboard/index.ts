export { PageKeyService, type PageKey } from './page-keys';
export { usePageKeys } from './use-page-keys';
