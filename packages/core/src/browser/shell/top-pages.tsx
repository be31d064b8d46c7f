import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Link, useNavigate } from '../navigation/hooks';
import type { PageDefinition } from '../navigation/page';
import { Icon } from '../widgets/icon';
import { Menu } from '../widgets/menu';
import { fittingEntries } from './fitting-entries';

export interface TopPagesProps {
    /** Of the area. */
    readonly label: string;
    readonly entries: readonly PageDefinition[];
    readonly current: PageDefinition | undefined;
}

/** The pages of an area in one row; those for which there is no room stand in a menu at its end. */
export function TopPages({ label, entries, current }: TopPagesProps): React.ReactElement {
    const navigate = useNavigate();
    const nav = React.useRef<HTMLElement>(null);
    const measure = React.useRef<HTMLDivElement>(null);
    const place = entries.findIndex(each => each.id === current?.id);
    const titles = entries.map(each => each.title());
    const said = titles.join('\n');
    const [shown, setShown] = React.useState<readonly number[]>(() => entries.map((_, index) => index));
    React.useLayoutEffect(() => {
        const fit = (): void => {
            const widths = [...measure.current!.children].map(each => each.getBoundingClientRect().width);
            setShown(fittingEntries(widths.slice(0, -1), nav.current!.clientWidth, widths.at(-1)!, place));
        };
        fit();
        const watched = new ResizeObserver(fit);
        watched.observe(nav.current!);
        watched.observe(measure.current!);
        return () => watched.disconnect();
    }, [said, place]);
    const hidden = entries.filter((_, index) => !shown.includes(index));
    const more = <>{nls.localize('earshot/core/shell/more-pages', 'More')}<Icon name='chevron-down' /></>;
    return <nav ref={nav} className='e-top-pages' aria-label={label}>
        <div ref={measure} className='e-top-measure' aria-hidden>{titles.map((each, index) => <span key={index} className='e-top-page'>{each}</span>)}<span className='e-top-page'>{more}</span></div>
        <ul>{shown.flatMap(index => entries[index] ? [<li key={entries[index].id}>
            <Link to={entries[index].path} className='e-top-page' aria-current={index === place ? 'page' : undefined}>{titles[index]}</Link>
        </li>] : [])}
        {hidden.length > 0 && <li>
            <Menu label={nls.localize('earshot/core/shell/more-pages-of', 'More pages of {0}', label)} items={hidden.map(each => ({ label: each.title(), icon: each.icon, run: () => void navigate(each.path) }))}>
                <button type='button' className='e-top-page e-top-more'>{more}</button>
            </Menu>
        </li>}</ul>
    </nav>;
}
