import * as React from '@theia/core/shared/react';
import { useService } from '../application/context';
import { useStore } from '../application/store';
import { NavigationService } from './navigation-service';
import { PageRegistry } from './page-registry';
import { formatHash, type QueryValues, type Route, routeTo } from './route';
import { UnsavedWorkService } from './unsaved-work';

/** Where the person is. */
export const useRoute = (): Route => useStore(useService(NavigationService).route);

/** Goes to a path (`/quality/calls?team=…`) or an `earshot:` link. */
export function useNavigate(): NavigationService['navigate'] {
    const navigation = useService(NavigationService);
    return React.useCallback((target, options) => navigation.navigate(target, options), [navigation]);
}

/** One query parameter of the address, and how to change it; the fallback is not written into the address. */
export function useQueryParameter(name: string, fallback = ''): [string, (value: string) => void] {
    const navigation = useService(NavigationService);
    const { search } = useRoute();
    const value = React.useMemo(() => new URLSearchParams(search).get(name), [search, name]) ?? fallback;
    const set = React.useCallback((next: string) => navigation.setQuery({ [name]: next === fallback ? null : next }), [navigation, name, fallback]);
    return [value, set];
}

/** Changes several query values at once. */
export const useSetQuery = (): ((values: QueryValues) => void) => {
    const navigation = useService(NavigationService);
    return React.useCallback(values => navigation.setQuery(values), [navigation]);
};

/**
 * Declares unsaved work while `unsaved` is true. With `save`, leaving the page saves it; without, leaving asks first.
 */
export function useUnsaved(unsaved: boolean, title: string, save?: () => Promise<unknown>): void {
    const service = useService(UnsavedWorkService);
    const latest = React.useRef(save);
    latest.current = save;
    const canSave = save !== undefined;
    React.useEffect(() => unsaved ? service.register({ title, save: canSave ? async () => latest.current?.() : undefined }) : undefined, [service, unsaved, title, canSave]);
}

export interface LinkProps extends Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
    /** A path (`/people/…`) or an `earshot:` link. */
    readonly to: string;
}

/** A link within the suite: opens here, and in a new tab where the person asks the browser for one. */
export const Link = React.forwardRef<HTMLAnchorElement, LinkProps>(function Link({ to, onClick, className, ...rest }, ref) {
    const registry = useService(PageRegistry);
    const navigate = useNavigate();
    const target = to.startsWith('earshot:') ? registry.pathOf(to) ?? '/' : to;
    return <a ref={ref} className={className ?? 'e-link'} href={formatHash(routeTo(target))} {...rest} onClick={event => {
        onClick?.(event);
        if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            void navigate(target);
        }
    }} />;
});
