import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { TextDifference, useDifferenceLook } from '@earshot/writing/lib/browser/difference/text-difference';
import type { Piece } from '@earshot/writing/lib/common/difference/compare-texts';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { linkedPictures } from '../../common/attachment/attachment-links';
import type { ArticleContent } from '../../common/article/article-content';
import { compareContents } from '../../common/difference/compare-contents';
import { attachmentAddress } from '../attachment/use-attachments';
import { partText } from '../words/article-words';

function settingText(path: string): string {
    switch (path) {
        case 'title': return nls.localize('earshot/knowledge/column/title', 'Title');
        case 'tags': return nls.localize('earshot/knowledge/column/tags', 'Tags');
        case 'audience': return nls.localize('earshot/knowledge/settings/audience', 'Who may see it');
        case 'categoryId': return nls.localize('earshot/knowledge/column/category', 'Category');
        case 'validFrom': return nls.localize('earshot/knowledge/settings/valid-from', 'Valid from');
        case 'validUntil': return nls.localize('earshot/knowledge/settings/valid-until', 'Valid until');
        case 'others': return nls.localize('earshot/knowledge/settings/others', 'Further fields of the file');
        default: return partText(path.replace(/^parts\./, ''));
    }
}

export interface DifferenceViewProps {
    readonly before: ArticleContent;
    readonly after: ArticleContent;
    readonly beforeTitle: string;
    readonly afterTitle: string;
    /** Of the headings of parts; below those of the page. */
    readonly heading?: 'h2' | 'h3';
    /** How a value that is a code is called: a category, a word of an audience. */
    readonly named?: (path: string, text: string) => string;
}

const sameText = (_path: string, text: string): string => text;

/** What two revisions say differently, side by side or within one text; Chinese goes by words. */
export function DifferenceView({ before, after, beforeTitle, afterTitle, heading: Heading = 'h3', named = sameText }: DifferenceViewProps): React.ReactElement {
    const [look, chooseLook] = useDifferenceLook();
    const parts = React.useMemo(() => compareContents(before, after), [before, after]);
    const language = languageTags[after.language];
    const pieces = (path: string, of: readonly Piece[]): readonly Piece[] => path.startsWith('parts.') || path === 'title' ? of : of.map(each => ({ ...each, text: named(path, each.text) }));
    return <div className='w-difference'>
        {chooseLook}
        {parts.length === 0 && <p className='k-quiet'>{nls.localize('earshot/knowledge/difference/none', 'Both say the same.')}</p>}
        {parts.map(({ path, rows }) => <section key={path}>
            <Heading>{settingText(path)}</Heading>
            <TextDifference look={look} beforeTitle={beforeTitle} afterTitle={afterTitle} language={language}
                rows={rows.map(row => ({ ...row, before: row.before && pieces(path, row.before), after: row.after && pieces(path, row.after) }))} />
            {path.startsWith('parts.') && <PictureDifference before={before.parts[path.slice('parts.'.length)] ?? ''} after={after.parts[path.slice('parts.'.length)] ?? ''} />}
        </section>)}
    </div>;
}

/** Pictures that came and went: their addresses say nothing to anybody. */
function PictureDifference({ before, after }: { readonly before: string; readonly after: string }): React.ReactElement | null {
    const [earlier, later] = [linkedPictures(before), linkedPictures(after)];
    const changed = [...earlier.filter(each => !later.includes(each)).map(id => ({ id, came: false })), ...later.filter(each => !earlier.includes(each)).map(id => ({ id, came: true }))];
    return changed.length === 0 ? null : <ul className='k-changed-pictures'>{changed.map(({ id, came }) => <li key={id} className={came ? 'k-picture-came' : 'k-picture-went'}>
        <img src={attachmentAddress(id)} alt='' loading='lazy' /><span>{came ? nls.localize('earshot/knowledge/difference/picture-came', 'Picture added') : nls.localize('earshot/knowledge/difference/picture-went', 'Picture removed')}</span>
    </li>)}</ul>;
}
