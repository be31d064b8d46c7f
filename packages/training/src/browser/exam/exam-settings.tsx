import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Card, Checkbox, Field, IconButton, NumberField, RadioGroup, Select } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import { type Blueprint, type ReviewPart, reviewParts, type ReviewPhase } from '../../common/exam/blueprint';

const partText = (part: ReviewPart): string => {
    switch (part) {
        case 'answers': return nls.localize('earshot/training/settings/part-answers', 'Questions and own answers');
        case 'points': return nls.localize('earshot/training/settings/part-points', 'Points of each question');
        case 'solutions': return nls.localize('earshot/training/settings/part-solutions', 'What is right');
        case 'feedback': return nls.localize('earshot/training/settings/part-feedback', 'Feedback');
    }
};
const phaseText = (phase: ReviewPhase): string => {
    switch (phase) {
        case 'submitted': return nls.localize('earshot/training/settings/phase-submitted', 'While it is marked');
        case 'released': return nls.localize('earshot/training/settings/phase-released', 'With the result');
        case 'closed': return nls.localize('earshot/training/settings/phase-closed', 'When the round is over');
    }
};

/** Pass marks, time, attempts, and what is seen afterwards. */
export function ExamSettings({ blueprint, onChange }: { readonly blueprint: Blueprint; onChange(blueprint: Blueprint): void }): React.ReactElement {
    const core = useClient(coreContract);
    const positions = useQuery({ queryKey: ['position', 'list'], queryFn: ({ signal }) => core.people.positions(undefined, { signal }) });
    const set = (change: Partial<Blueprint>): void => onChange({ ...blueprint, ...change });
    const nameOf = (id: string): string => positions.data?.find(each => each.id === id)?.name ?? '…';
    const others = Object.entries(blueprint.passByPosition);
    const setPart = (phase: ReviewPhase, part: ReviewPart, shown: boolean): void => set({ review: { ...blueprint.review, [phase]: shown ? [...blueprint.review[phase], part] : blueprint.review[phase].filter(each => each !== part) } });
    return <div className='t-exam-settings'>
        <Card title={nls.localize('earshot/training/settings/pass', 'Passing')}>
            <Field label={nls.localize('earshot/training/settings/pass-mark', 'Pass mark')}><NumberField value={blueprint.passPercent} min={0} max={100} unit='%' onChange={value => { if (value !== null) { set({ passPercent: value }); } }} /></Field>
            {others.map(([id, percent]) => <div key={id} className='t-rule-line'>
                <Field label={nls.localize('earshot/training/settings/pass-of', 'For {0}', nameOf(id))}><NumberField value={percent} min={0} max={100} unit='%' onChange={value => { if (value !== null) { set({ passByPosition: { ...blueprint.passByPosition, [id]: value } }); } }} /></Field>
                <IconButton icon='trash' label={nls.localize('earshot/training/settings/same', 'The same for {0} as for everybody', nameOf(id))} onClick={() => set({ passByPosition: Object.fromEntries(others.filter(([each]) => each !== id)) })} /></div>)}
            <Field label={nls.localize('earshot/training/settings/other', 'Another pass mark for a position')} hideLabel><Select value={null} placeholder={nls.localize('earshot/training/settings/other', 'Another pass mark for a position')} onChange={id => set({ passByPosition: { ...blueprint.passByPosition, [id]: blueprint.passPercent } })}
                options={(positions.data ?? []).filter(each => !(each.id in blueprint.passByPosition)).map(each => ({ value: each.id, label: each.name }))} /></Field>
            <Field label={nls.localize('earshot/training/settings/deduction', 'A wrong answer costs')} help={nls.localize('earshot/training/settings/deduction-help', 'Of the points of its question. Leaving it out costs nothing.')}><NumberField value={blueprint.wrongDeduction * 100} min={0} max={100} unit='%' onChange={value => { if (value !== null) { set({ wrongDeduction: value / 100 }); } }} /></Field>
        </Card>
        <Card title={nls.localize('earshot/training/settings/sitting', 'Sitting it')}>
            <Field label={nls.localize('earshot/training/settings/minutes', 'Minutes')} help={nls.localize('earshot/training/settings/minutes-help', 'Empty: no limit.')}><NumberField value={blueprint.minutes} min={1} max={600} onChange={minutes => set({ minutes })} /></Field>
            <Field label={nls.localize('earshot/training/people/attempts', 'Attempts')} help={nls.localize('earshot/training/settings/attempts-help', 'Empty: as many as one likes.')}><NumberField value={blueprint.attempts} min={1} max={100} onChange={attempts => set({ attempts })} /></Field>
            <Field label={nls.localize('earshot/training/settings/wait', 'Hours between attempts')}><NumberField value={blueprint.waitHours} min={0} max={8760} onChange={value => set({ waitHours: value ?? 0 })} /></Field>
            <Checkbox checked={blueprint.oneAtATime} label={nls.localize('earshot/training/settings/one', 'One question at a time')} onChange={oneAtATime => set({ oneAtATime })} />
            <Checkbox checked={blueprint.shuffleQuestions} label={nls.localize('earshot/training/settings/shuffle', 'Questions in a random order')} onChange={shuffleQuestions => set({ shuffleQuestions })} />
            <Checkbox checked={blueprint.shuffleChoices} label={nls.localize('earshot/training/settings/shuffle-choices', 'Choices in a random order')} onChange={shuffleChoices => set({ shuffleChoices })} />
        </Card>
        <Card title={nls.localize('earshot/training/settings/after', 'Afterwards')}>
            <Field label={nls.localize('earshot/training/settings/release', 'The result reaches the trainee')} group><RadioGroup<Blueprint['release']> value={blueprint.release} onChange={release => set({ release })}
                options={[{ value: 'at-once', label: nls.localize('earshot/training/settings/at-once', 'As soon as it is graded') }, { value: 'by-hand', label: nls.localize('earshot/training/settings/by-hand', 'When a trainer releases it') }]} /></Field>
            <Checkbox checked={blueprint.secondMarker} label={nls.localize('earshot/training/settings/second', 'Two markers for what is marked by hand')} onChange={secondMarker => set({ secondMarker })} />
            <Checkbox checked={blueprint.proctored} label={nls.localize('earshot/training/settings/proctored', 'Supervised: record when the window is left')} onChange={proctored => set({ proctored })} />
            <table className='t-review-table'><caption>{nls.localize('earshot/training/settings/review', 'What trainees see')}</caption>
                <thead><tr><td />{(['released', 'closed'] as const).map(phase => <th key={phase} scope='col'>{phaseText(phase)}</th>)}</tr></thead>
                <tbody>{reviewParts.map(part => <tr key={part}><th scope='row'>{partText(part)}</th>{(['released', 'closed'] as const).map(phase => <td key={phase}>
                    <Checkbox hideLabel checked={blueprint.review[phase].includes(part)} label={`${partText(part)}: ${phaseText(phase)}`} onChange={shown => setPart(phase, part, shown)} /></td>)}</tr>)}</tbody></table>
            <Checkbox checked={blueprint.review.submitted.includes('answers')} label={`${phaseText('submitted')}: ${partText('answers')}`} onChange={shown => setPart('submitted', 'answers', shown)} />
        </Card>
    </div>;
}
