export { Link, useNavigate, useQueryParameter, useRoute, useSetQuery, useUnsaved, type LinkProps } from './hooks';
export { NavigationService, type NavigateOptions } from './navigation-service';
export { PageContribution, perspectives, type PageComponent, type PageDefinition, type PageModule, type PageProps, type Perspective } from './page';
export { PageRegistry } from './page-registry';
export { formatHash, matchPath, parseHash, routeTo, type QueryValues, type Route } from './route';
export { UnsavedWorkService, type UnsavedWork } from './unsaved-work';
