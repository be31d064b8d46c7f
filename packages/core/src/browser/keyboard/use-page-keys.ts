import * as React from '@theia/core/shared/react';
import { useService } from '../application/context';
import { keysOf, type PageKey, PageKeyService } from './page-keys';

/** The keys of a page, for as long as it is shown. The list may be made anew at every rendering. */
export function usePageKeys(keys: readonly PageKey[]): void {
    const service = useService(PageKeyService);
    const latest = React.useRef(keys);
    latest.current = keys;
    const shape = JSON.stringify(keys.map(each => [keysOf(each), each.title, each.group, each.when, each.inDialogs]));
    React.useEffect(() => {
        const registered = service.register(latest.current, index => latest.current[index]);
        return () => registered.dispose();
    }, [service, shape]);
}
