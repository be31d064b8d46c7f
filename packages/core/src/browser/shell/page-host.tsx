import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import { useAnnounce, useErrorText, useService } from '../application/context';
import { Link, useRoute } from '../navigation/hooks';
import { componentOf, type PageComponent, type PageDefinition } from '../navigation/page';
import type { Destination } from '../navigation/page-registry';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/notice';
import { Page } from '../widgets/page';
import { Skeleton } from '../widgets/progress';

const loaded = new Map<string, React.LazyExoticComponent<PageComponent>>();

function lazyPage(page: PageDefinition): React.LazyExoticComponent<PageComponent> {
    let component = loaded.get(page.id);
    if (!component) {
        component = React.lazy(async () => {
            try {
                return { default: componentOf(await page.load()) };
            } catch (error) {
                loaded.delete(page.id);
                throw error;
            }
        });
        loaded.set(page.id, component);
    }
    return component;
}

class PageBoundary extends React.Component<{ readonly children: React.ReactNode; fallback(error: unknown, retry: () => void): React.ReactNode }, { readonly error?: unknown }> {
    override state: { readonly error?: unknown } = {};
    static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
        return { error };
    }
    override render(): React.ReactNode {
        return this.state.error === undefined ? this.props.children : this.props.fallback(this.state.error, () => this.setState({ error: undefined }));
    }
}

/** Moves the focus to the heading of a page that was just opened, unless the page put it somewhere itself. */
function useFocusOnArrival(id: string, title: string): void {
    const announce = useAnnounce();
    const first = React.useRef(true);
    const latestTitle = React.useRef(title);
    latestTitle.current = title;
    React.useEffect(() => {
        if (first.current) {
            first.current = false;
            return undefined;
        }
        announce(latestTitle.current);
        const frame = requestAnimationFrame(() => {
            const main = document.getElementById('e-main');
            if (main && !main.contains(document.activeElement) && !document.querySelector('[aria-modal="true"]')) {
                (main.querySelector<HTMLElement>('h1') ?? main).focus();
            }
        });
        return () => cancelAnimationFrame(frame);
    }, [id, announce]);
}

function OpenPage({ page, params }: { readonly page: PageDefinition; readonly params: Readonly<Record<string, string>> }): React.ReactElement {
    const { search } = useRoute();
    const query = React.useMemo(() => new URLSearchParams(search), [search]);
    const keys = useService<ContextKeyService>(ContextKeyService);
    const { describe } = useErrorText();
    const Component = lazyPage(page);
    React.useEffect(() => keys.setContext('page', page.id), [keys, page.id]);
    useFocusOnArrival(page.id, page.title());
    return <PageBoundary key={page.id} fallback={(error, retry) => <Page title={page.title()}>
        <EmptyState icon='warning' title={nls.localize('earshot/core/shell/page-failed', 'This page could not be shown.')}
            action={<><Button variant='primary' onClick={retry}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>
                <Button onClick={() => window.location.reload()}>{nls.localize('earshot/core/shell/reload', 'Reload the window')}</Button></>}>
            <p>{error instanceof Error && !('code' in error) ? error.message : describe(error)}</p>
        </EmptyState>
    </Page>}>
        <React.Suspense fallback={<Page title={page.title()}><Skeleton lines={6} /></Page>}><Component params={params} query={query} /></React.Suspense>
    </PageBoundary>;
}

/** The page that the address names, or a kind word about why there is none. */
export function PageHost({ destination }: { readonly destination: Destination }): React.ReactElement {
    const home = <Link to='/' className='e-button e-button-primary'>{nls.localize('earshot/core/shell/go-home', 'Go to Home')}</Link>;
    switch (destination.kind) {
        case 'page': return <OpenPage page={destination.page} params={destination.params} />;
        case 'forbidden': return <Page title={destination.page.title()}>
            <EmptyState icon='lock' title={nls.localize('earshot/core/shell/forbidden', 'Your roles do not include this page.')} action={home}>
                <p>{nls.localize('earshot/core/shell/forbidden-hint', 'If you need it for your work, ask your administrator for the permission.')}</p>
            </EmptyState>
        </Page>;
        case 'missing': return <Page title={nls.localize('earshot/core/shell/missing-title', 'Nothing here')}>
            <EmptyState icon='compass' title={nls.localize('earshot/core/shell/missing', 'There is no page at this address.')} action={home}>
                <p>{nls.localize('earshot/core/shell/missing-hint', 'The link may be old or incomplete. Find what you look for with Ctrl+P.')}</p>
            </EmptyState>
        </Page>;
    }
}
