import { nls } from '@theia/core/lib/common/nls';
import type { Question } from '@earshot/forms';
import * as React from '@theia/core/shared/react';
import { formatList, formatPercent, Hidden, Icon, Tooltip } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult, QuestionResult } from '../../../common/calibration/calibration-contract';
import { AgreementCell } from './agreement-bar';
import { type GridPlace, keptWithin, movedInGrid } from './grid-navigation';
import { countMarks, countsByKind, type GridRow, markKinds, type RatingMark } from './grid-rows';
import { RatingGlyph } from './rating-glyph';
import { ratingLabel } from './rating-label';
import { coefficientSentence, markText } from './result-words';

export interface AgreementGridProps {
    readonly result: CalibrationResult;
    readonly rows: readonly GridRow[];
    nameOf(questionId: string): string;
    questionOf(questionId: string): Question | undefined;
    /** What is open beside. */
    readonly open: { readonly question: string; readonly rater: string | null } | undefined;
    onOpen(question: string, rater: string | null): void;
}

/** Marks of so many calls stand one by one; of more only how many agree. */
const glyphsAtMost = 6;

/** Questions against evaluators: a small mark for every rating, held against the reference. The arrow keys move, Enter opens. */
export function AgreementGrid({ result, rows, nameOf, questionOf, open, onOpen }: AgreementGridProps): React.ReactElement {
    const { raters, minimumUnits } = result;
    const size = { rows: rows.length, columns: raters.length + 1 };
    const [focused, setFocused] = React.useState<GridPlace>({ row: 0, column: 0 });
    const grid = React.useRef<HTMLTableElement>(null);
    const current = keptWithin(focused, size);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.altKey || event.shiftKey) {
            return;
        }
        const next = movedInGrid(event.key, event.ctrlKey || event.metaKey, current, size);
        if (next) {
            setFocused(next);
            grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}/${next.column}"]`)?.focus();
        } else if (event.key === 'Enter' || event.key === ' ') {
            onOpen(rows[current.row]!.question.questionId, raters[current.column]?.raterId ?? null);
        } else {
            return;
        }
        event.preventDefault();
    };
    const said = (question: QuestionResult, raterId: string, marks: readonly RatingMark[]): string => {
        const [only] = marks;
        const definition = questionOf(question.questionId);
        const cell = question.cells.find(each => each.raterId === raterId && each.interactionId === only?.interactionId);
        if (marks.length > 1 || !only || !cell || !definition) {
            return formatList(countsByKind(marks).map(({ kind, count }) => marks.length > 1 ? nls.localize('earshot/quality/grid/count', '{0} {1}', count, markText(kind)) : markText(kind)));
        }
        return nls.localize('earshot/quality/grid/rating', '{0}, {1}', ratingLabel(definition, cell.rating, cell.notApplicable), markText(only.kind));
    };
    const cellProps = (row: number, column: number): React.HTMLAttributes<HTMLTableCellElement> & { readonly 'data-place': string } => ({
        role: 'gridcell', tabIndex: row === current.row && column === current.column ? 0 : -1, 'data-place': `${row}/${column}`, onFocus: () => setFocused({ row, column }),
        onClick: () => onOpen(rows[row]!.question.questionId, raters[column]?.raterId ?? null)
    });
    return <div className='q-grid-scroller'>
        <table ref={grid} role='grid' className='q-grid' aria-label={nls.localize('earshot/quality/grid/name', 'Ratings of every question by every evaluator')} onKeyDown={onKeyDown}>
            <thead><tr>
                <th scope='col' className='q-grid-question'>{nls.localize('earshot/quality/approval/question', 'Question')}</th>
                {raters.map(each => <th key={each.raterId} scope='col' className='q-grid-rater' title={each.name}>
                    <span className='q-with-icon'><span className='q-ellipsis'>{each.name}</span>{each.expert && <Icon name='mortar-board' label={nls.localize('earshot/quality/sheet/expert', 'Expert')} />}{each.rules && <Icon name='comment-discussion' label={nls.localize('earshot/quality/result/not-a-person', 'not a person')} />}</span>
                </th>)}
                <th scope='col' className='q-grid-agreement'>{nls.localize('earshot/quality/grid/agreement', 'Agreement')}</th>
            </tr></thead>
            <tbody>{rows.map(({ question, cells }, row) => {
                const name = nameOf(question.questionId);
                const sentence = [...[question.exact, ...question.coefficients].map(each => coefficientSentence(each, minimumUnits))].join('; ');
                return <tr key={question.questionId} className={open?.question === question.questionId ? 'q-grid-open' : undefined}>
                    <th scope='row' className='q-grid-question'><span className='q-with-icon'><span className='q-ellipsis' title={name}>{name}</span>
                        {question.ambiguous && <span className='q-caution'><Icon name='question' label={nls.localize('earshot/quality/grid/ambiguous', 'ambiguous')} /></span>}
                        {question.ruling && <Icon name='law' label={nls.localize('earshot/quality/grid/ruled', 'with a ruling')} />}
                    </span></th>
                    {cells.map((marks, column) => {
                        const rater = raters[column]!;
                        const text = said(question, rater.raterId, marks);
                        return <Tooltip key={rater.raterId} text={text}>
                            <td {...cellProps(row, column)} className='q-grid-cell' aria-selected={open?.question === question.questionId && open.rater === rater.raterId}>
                                {marks.length <= glyphsAtMost ? <span className='q-glyphs'>{marks.map(each => <RatingGlyph key={each.interactionId} kind={each.kind} />)}</span> : <MarkShare marks={marks} />}<Hidden>{text}</Hidden>
                            </td>
                        </Tooltip>;
                    })}
                    <Tooltip text={sentence}><td {...cellProps(row, raters.length)} className='q-grid-agreement' aria-selected={open?.question === question.questionId && open.rater === null}><AgreementCell question={question} /><Hidden>{sentence}</Hidden></td></Tooltip>
                </tr>;
            })}</tbody>
        </table>
    </div>;
}

function MarkShare({ marks }: { readonly marks: readonly RatingMark[] }): React.ReactElement {
    const { same, compared } = countMarks(marks);
    return <span className='q-share e-figures' data-all={compared > 0 && same === compared || undefined} title={compared ? formatPercent(same / compared, 0) : undefined}>{same}/{compared}</span>;
}

/** What the marks mean. */
export const GridLegend = (): React.ReactElement => <ul className='q-legend' aria-label={nls.localize('earshot/quality/grid/legend', 'What the marks mean')}>
    {markKinds.map(kind => <li key={kind}><RatingGlyph kind={kind} />{markText(kind)}</li>)}
</ul>;
