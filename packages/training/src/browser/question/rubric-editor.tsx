import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Checkbox, Field, NumberField, TextField } from '@earshot/core/lib/browser/widgets';
import { newCriterion, newLevel } from '../../common/question/edit-question';
import { questionLimits } from '../../common/question/question-limits';
import type { Criterion, RubricLevel } from '../../common/question/question';
import { criterionShares } from '../../common/question/rubric';
import { countsText } from '../attempt/rubric-words';
import { ListProblem, type ProblemAt } from './answers-editor';
import { ItemRows } from './item-rows';
import { freshId } from './use-questions';

interface RubricEditorProps { readonly criteria: readonly Criterion[] | undefined; onCriteria(criteria: readonly Criterion[] | undefined): void; readonly problemAt: ProblemAt; readonly readOnly: boolean; readonly language: string }

/** What an essay is marked by: criteria with their levels. Without any, whoever marks gives points. */
export function RubricEditor({ criteria = [], onCriteria, problemAt, readOnly, language }: RubricEditorProps): React.ReactElement | null {
    const shares = React.useMemo(() => criteria.length ? criterionShares(criteria) : [], [criteria]);
    if (!criteria.length) {
        return readOnly ? null : <Field group label={nls.localize('earshot/training/rubric/title', 'Rubric')} help={nls.localize('earshot/training/rubric/help', 'With a rubric, whoever marks chooses a level for each criterion, and the points follow from it. Without one, they give points.')}>
            <Button small icon='list-tree' onClick={() => onCriteria([newCriterion(freshId)])}>{nls.localize('earshot/training/rubric/add', 'Write a rubric')}</Button></Field>;
    }
    return <Field group label={nls.localize('earshot/training/rubric/title', 'Rubric')} help={readOnly ? undefined : nls.localize('earshot/training/rubric/editor-help', 'Mark a trial answer beside it to see how it is used. Enter adds a row, Alt with an arrow moves it.')}>
        <ItemRows items={criteria} readOnly={readOnly} name={nls.localize('earshot/training/rubric/criterion', 'Criterion')} addLabel={nls.localize('earshot/training/rubric/add-criterion', 'Add a criterion')} make={() => newCriterion(freshId)}
            onChange={next => onCriteria(next.length ? next : undefined)} render={(criterion, set, place) => <>
                <div className='tq-answer'>
                    <Field label={nls.localize('earshot/training/rubric/criterion-place', 'Criterion {0}', place + 1)} hideLabel error={problemAt(`/criteria/${place}/text`)}><TextField value={criterion.text} readOnly={readOnly} lang={language} maxLength={questionLimits.text} placeholder={nls.localize('earshot/training/rubric/criterion-hint', 'What the answer is looked at for')} onChange={text => set({ text })} /></Field>
                    <Field label={nls.localize('earshot/training/rubric/weight', 'Weight')} hideLabel error={problemAt(`/criteria/${place}/weight`)}><NumberField className='tq-share' value={criterion.weight} min={0} max={1000} step={1} unit='×' readOnly={readOnly} onChange={weight => set({ weight: weight ?? 1 })} /></Field>
                    <span className='tq-counts t-quiet e-figures'>{countsText(shares[place]!)}</span>
                </div>
                <Checkbox checked={criterion.critical} disabled={readOnly} label={nls.localize('earshot/training/rubric/critical-help', 'Critical: at its lowest level the whole answer earns nothing')} onChange={critical => set({ critical })} />
                <Levels levels={criterion.levels} path={`/criteria/${place}/levels`} problemAt={problemAt} readOnly={readOnly} language={language} onLevels={levels => set({ levels })} />
            </>} />
        <ListProblem text={problemAt('/criteria')} />
    </Field>;
}

interface LevelsProps { readonly levels: readonly RubricLevel[]; readonly path: string; onLevels(levels: readonly RubricLevel[]): void; readonly problemAt: ProblemAt; readonly readOnly: boolean; readonly language: string }

function Levels({ levels, path, onLevels, problemAt, readOnly, language }: LevelsProps): React.ReactElement {
    const full = levels.length >= questionLimits.levels;
    return <>
        <ItemRows items={levels} readOnly={readOnly} least={2} name={nls.localize('earshot/training/rubric/level', 'Level')} addLabel={nls.localize('earshot/training/rubric/add-level', 'Add a level')} onChange={onLevels}
            make={full ? undefined : () => newLevel(freshId, Math.max(0, ...levels.map(each => each.points)) + 1)} render={(level, set, place) => <div className='tq-answer'>
                <Field label={nls.localize('earshot/training/rubric/level-place', 'Level {0}', place + 1)} hideLabel error={problemAt(`${path}/${place}/text`)}><TextField value={level.text} readOnly={readOnly} lang={language} maxLength={questionLimits.text} placeholder={nls.localize('earshot/training/rubric/level-hint', 'What an answer of this level looks like')} onChange={text => set({ text })} /></Field>
                <Field label={nls.localize('earshot/training/rubric/points', 'Points')} hideLabel error={problemAt(`${path}/${place}/points`)}><NumberField className='tq-share' value={level.points} min={0} max={1000} step={1} unit={nls.localize('earshot/training/rubric/points-unit', 'pts')} readOnly={readOnly} onChange={points => set({ points: points ?? 0 })} /></Field>
            </div>} />
        <ListProblem text={problemAt(path)} />
    </>;
}
