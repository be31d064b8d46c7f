import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Link } from '@earshot/core/lib/browser/navigation';
import { linkTitleText, useLinkTitles } from '../script/step-links';

/** What a course is about; what is gone, or not for this reader, says so. */
export function CoveredThings({ links }: { readonly links: readonly string[] }): React.ReactElement | null {
    const titles = useLinkTitles(links);
    return links.length === 0 ? null : <div className='t-covers'><span className='t-quiet'>{nls.localize('earshot/training/course/covers', 'What it covers')}</span>
        <ul>{links.map(each => <li key={each}>{titles.get(each) ? <Link to={each}>{titles.get(each)}</Link> : linkTitleText(titles, each)}</li>)}</ul></div>;
}
