import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePreference } from '@earshot/core/lib/browser/application';
import { Segmented } from '@earshot/core/lib/browser/widgets';
import type { DifferenceRow, Piece } from '../../common/difference/compare-texts';

/** A text with what went and what came. */
export const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }): React.ReactElement => <>{pieces.map((each, index) =>
    each.kind === 'removed' ? <del key={index}>{each.text}</del> : each.kind === 'added' ? <ins key={index}>{each.text}</ins> : <React.Fragment key={index}>{each.text}</React.Fragment>)}</>;

/** Lines without a change that stand at the beginning and end of long runs; what is between them is left out. */
const context = 2;

function shownRows(rows: readonly DifferenceRow[]): readonly (DifferenceRow | null)[] {
    const near = rows.map((_, index) => rows.slice(Math.max(0, index - context), index + context + 1).some(each => each.kind !== 'same'));
    return rows.flatMap((row, index) => near[index] ? [row] : index === 0 || near[index - 1] ? [null] : []);
}

export type DifferenceLook = 'beside' | 'inline';

/** How somebody likes to see differences, and the switch for it: kept for each person. */
export function useDifferenceLook(): readonly [DifferenceLook, React.ReactElement] {
    const [look, setLook] = usePreference<DifferenceLook>('writing.difference', 'beside');
    return [look, <Segmented key='look' label={nls.localize('earshot/writing/difference/look', 'How the difference is shown')} value={look} onChange={setLook} options={[
        { value: 'beside', label: nls.localize('earshot/writing/difference/beside', 'Side by side') }, { value: 'inline', label: nls.localize('earshot/writing/difference/inline', 'In one text') }]} />];
}

export interface TextDifferenceProps {
    readonly rows: readonly DifferenceRow[];
    readonly look: DifferenceLook;
    readonly beforeTitle: string;
    readonly afterTitle: string;
    /** A tag of BCP 47. */
    readonly language: string;
}

/** The lines of two texts, side by side or as one text; long runs without a change are left out. */
export function TextDifference({ rows, look, beforeTitle, afterTitle, language }: TextDifferenceProps): React.ReactElement {
    const shown = shownRows(rows);
    return look === 'beside' ? <table className='w-difference-table' lang={language}>
        <thead><tr><th scope='col'>{beforeTitle}</th><th scope='col'>{afterTitle}</th></tr></thead>
        <tbody>{shown.map((row, index) => row === null ? <tr key={index} className='w-difference-gap'><td colSpan={2}>⋯</td></tr> : <tr key={index} className={`w-row-${row.kind}`}>
            <td className='w-before'>{row.before && <Pieces pieces={row.before} />}</td><td className='w-after'>{row.after && <Pieces pieces={row.after} />}</td></tr>)}</tbody>
    </table> : <div className='w-difference-text' lang={language}>{shown.map((row, index) => <div key={index} className={row ? `w-row-${row.kind}` : 'w-difference-gap'}>{row === null ? '⋯' : row.kind === 'changed'
        ? <><div className='w-before'><Pieces pieces={row.before!} /></div><div className='w-after'><Pieces pieces={row.after!} /></div></>
        : <Pieces pieces={(row.after ?? row.before)!} />}</div>)}</div>;
}
