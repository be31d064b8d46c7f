import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Segmented } from '@earshot/core/lib/browser/widgets';
import { usePreference } from '@earshot/core/lib/browser/application';
import type { ArticleContent } from '../../common/article/article-content';
import { compareContents } from '../../common/difference/compare-contents';
import type { DifferenceRow, Piece } from '../../common/difference/compare-texts';
import { htmlLanguage, partText } from '../words/article-words';

/** A text with what went and what came. */
export const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }): React.ReactElement => <>{pieces.map((each, index) =>
    each.kind === 'removed' ? <del key={index}>{each.text}</del> : each.kind === 'added' ? <ins key={index}>{each.text}</ins> : <React.Fragment key={index}>{each.text}</React.Fragment>)}</>;

/** Lines without a change that stand at the beginning and end of long runs; what is between them is left out. */
const context = 2;

function shownRows(rows: readonly DifferenceRow[]): readonly (DifferenceRow | null)[] {
    const near = rows.map((_, index) => rows.slice(Math.max(0, index - context), index + context + 1).some(each => each.kind !== 'same'));
    return rows.flatMap((row, index) => near[index] ? [row] : index === 0 || near[index - 1] ? [null] : []);
}

function settingText(path: string): string {
    switch (path) {
        case 'title': return nls.localize('earshot/knowledge/column/title', 'Title');
        case 'tags': return nls.localize('earshot/knowledge/column/tags', 'Tags');
        case 'audience': return nls.localize('earshot/knowledge/settings/audience', 'Who may see it');
        case 'categoryId': return nls.localize('earshot/knowledge/column/category', 'Category');
        case 'validFrom': return nls.localize('earshot/knowledge/settings/valid-from', 'Valid from');
        case 'validUntil': return nls.localize('earshot/knowledge/settings/valid-until', 'Valid until');
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
    const [look, setLook] = usePreference<'beside' | 'inline'>('knowledge.difference', 'beside');
    const parts = React.useMemo(() => compareContents(before, after), [before, after]);
    const language = htmlLanguage(after.language);
    const pieces = (path: string, of: readonly Piece[]): readonly Piece[] => path.startsWith('parts.') || path === 'title' ? of : of.map(each => ({ ...each, text: named(path, each.text) }));
    return <div className='k-difference'>
        <Segmented label={nls.localize('earshot/knowledge/difference/look', 'How the difference is shown')} value={look} onChange={setLook} options={[
            { value: 'beside', label: nls.localize('earshot/knowledge/difference/beside', 'Side by side') }, { value: 'inline', label: nls.localize('earshot/knowledge/difference/inline', 'In one text') }]} />
        {parts.length === 0 && <p className='k-quiet'>{nls.localize('earshot/knowledge/difference/none', 'Both say the same.')}</p>}
        {parts.map(({ path, rows }) => <section key={path}>
            <Heading>{settingText(path)}</Heading>
            {look === 'beside' ? <table className='k-difference-table' lang={language}>
                <thead><tr><th scope='col'>{beforeTitle}</th><th scope='col'>{afterTitle}</th></tr></thead>
                <tbody>{shownRows(rows).map((row, index) => row === null ? <tr key={index} className='k-difference-gap'><td colSpan={2}>⋯</td></tr> : <tr key={index} className={`k-row-${row.kind}`}>
                    <td className='k-before'>{row.before && <Pieces pieces={pieces(path, row.before)} />}</td><td className='k-after'>{row.after && <Pieces pieces={pieces(path, row.after)} />}</td></tr>)}</tbody>
            </table> : <div className='k-difference-text' lang={language}>{shownRows(rows).map((row, index) => <div key={index} className={row ? `k-row-${row.kind}` : 'k-difference-gap'}>{row === null ? '⋯' : row.kind === 'changed'
                ? <><div className='k-before'><Pieces pieces={pieces(path, row.before!)} /></div><div className='k-after'><Pieces pieces={pieces(path, row.after!)} /></div></>
                : <Pieces pieces={pieces(path, (row.after ?? row.before)!)} />}</div>)}</div>}
        </section>)}
    </div>;
}
