import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Checkbox, Field, NumberField, RadioGroup, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { firstLevels, type FeedbackPolicy, releasePolicies } from '../../common/feedback/feedback-policy';
import { WeekdayChecks } from './weekday-checks';

const releaseText = (release: FeedbackPolicy['release']): string => {
    switch (release) {
        case 'at-once': return nls.localize('earshot/quality/rules/at-once', 'At once');
        case 'after-review': return nls.localize('earshot/quality/rules/after-review', 'After review by a QA lead');
        case 'at-times': return nls.localize('earshot/quality/rules/at-times', 'At set times');
    }
};
const levelText = (level: FeedbackPolicy['firstLevel']): string =>
    level === 'team-leader' ? nls.localize('earshot/quality/rules/team-leader', 'The team leader') : nls.localize('earshot/quality/rules/qa-lead', 'A QA lead');
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** How results are released and disputed, to be filled in. */
export function PolicyFields({ policy, onChange, problem }: { readonly policy: FeedbackPolicy; onChange(policy: FeedbackPolicy): void; problem(path: string): string | undefined }): React.ReactElement {
    const change = (part: Partial<FeedbackPolicy>): void => onChange({ ...policy, ...part });
    const days = (name: 'disputeDays' | 'answerDays' | 'escalationDays', label: string): React.ReactElement => <Field label={label} error={problem(`policy.${name}`)}>
        <NumberField value={policy[name]} min={1} max={60} unit={nls.localize('earshot/quality/rules/days', 'working days')} onChange={value => change({ [name]: value ?? policy[name] })} />
    </Field>;
    return <div className='q-rules-fields'>
        <Field group label={nls.localize('earshot/quality/rules/release', 'Agents see their results')}>
            <RadioGroup value={policy.release} onChange={release => change({ release })} options={releasePolicies.map(value => ({ value, label: releaseText(value) }))} />
        </Field>
        {policy.release === 'at-times' && <div className='q-rules-times'>
            <Field group label={nls.localize('earshot/quality/rules/release-days', 'On these days')} error={problem('policy.releaseTimes.weekdays')}>
                <WeekdayChecks days={policy.releaseTimes.weekdays} onChange={weekdays => change({ releaseTimes: { ...policy.releaseTimes, weekdays } })} />
            </Field>
            <Field label={nls.localize('earshot/quality/rules/release-time', 'At')}>
                <TextField type='time' value={timeOf(policy.releaseTimes.minutes)} onChange={text => {
                    const [hours, minutes] = text.split(':').map(Number);
                    change({ releaseTimes: { ...policy.releaseTimes, minutes: (hours || 0) * 60 + (minutes || 0) } });
                }} />
            </Field>
        </div>}
        <Field label={nls.localize('earshot/quality/rules/first-level', 'Disputes are answered first by')}>
            <Select value={policy.firstLevel} onChange={firstLevel => change({ firstLevel })} options={firstLevels.map(value => ({ value, label: levelText(value) }))} />
        </Field>
        {days('disputeDays', nls.localize('earshot/quality/rules/dispute-days', 'Time to dispute a result'))}
        {days('answerDays', nls.localize('earshot/quality/rules/answer-days', 'Time to answer a dispute'))}
        {days('escalationDays', nls.localize('earshot/quality/rules/escalation-days', 'Time to take an answer to the second level'))}
        <div className='q-rules-wide'>
            <Checkbox checked={policy.firstScorerAnswers} onChange={firstScorerAnswers => change({ firstScorerAnswers })} label={nls.localize('earshot/quality/rules/first-scorer', 'The evaluator may answer disputes about their own rating at the first level')}
                detail={nls.localize('earshot/quality/rules/first-scorer-detail', 'Never at the second level.')} />
            <Checkbox checked={policy.neverLower} onChange={neverLower => change({ neverLower })} label={nls.localize('earshot/quality/rules/never-lower', 'A dispute never lowers the score')} />
        </div>
    </div>;
}
