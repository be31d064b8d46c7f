import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type DifferenceKind, type FormComparison, type FormDefinition, type FormDifference, type QuestionKinds, formDifference } from '@earshot/forms';
import { Badge, EmptyState, Notice } from '@earshot/core/lib/browser/widgets';
import { questionNumbers } from '../../filling/trace-text';
import { formText } from '../../form-text';
import { shareText } from '../builder/share-meter';
import { fieldName, formFieldText, questionFieldText, sectionFieldText } from '../words/field-text';
import { versionText } from '../words/state-text';

/** One row: the same thing in both versions; '' where it is not there or says nothing. */
interface Difference {
    readonly key: string;
    readonly subject: string;
    readonly kind: DifferenceKind;
    readonly moved: boolean;
    readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
    /** What can no longer be put in one series with the earlier version. */
    readonly broken: readonly string[];
    readonly shareBefore: number | null;
    readonly shareAfter: number | null;
}

const brokenOf = (change: FormComparison['changed'][number] | undefined): readonly string[] => !change ? [] : [
    ...change.ratingsComparable ? [] : [nls.localize('earshot/assessment/difference/ratings', 'other ratings')],
    ...change.scoreComparable ? [] : [nls.localize('earshot/assessment/difference/score', 'other score')],
    ...change.criticalErrorsComparable ? [] : [nls.localize('earshot/assessment/difference/critical', 'other critical errors')]
];

/** The differences in words, in the order of the later version; what is gone stands at the end. */
export function differencesOf(before: FormDefinition, after: FormDefinition, difference: FormDifference): readonly Difference[] {
    const [numbersBefore, numbersAfter] = [questionNumbers(before), questionNumbers(after)];
    const questions = difference.questions.map((each): Difference => {
        const shown = (each.after ?? each.before)!.question;
        const number = each.after ? numbersAfter.get(each.question) : numbersBefore.get(each.question);
        const [earlier, later] = [each.before?.question, each.after?.question];
        return {
            ...each, key: `question/${each.question}`, subject: `${number} ${formText(shown.text) || each.question}`, broken: brokenOf(difference.comparison.changed.find(one => one.question === each.question)),
            fields: earlier && later ? [
                ...each.fields.map(field => ({ name: fieldName(field), before: questionFieldText(field, earlier, before, later), after: questionFieldText(field, later, after, earlier) })),
                ...each.moved && each.before!.section.id !== each.after!.section.id ? [{ name: fieldName('section'), before: formText(each.before!.section.title), after: formText(each.after!.section.title) }] : []
            ] : []
        };
    });
    const sections = difference.sections.map((each): Difference => ({
        ...each, key: `section/${each.section}`, subject: nls.localize('earshot/assessment/difference/section', 'Section “{0}”', formText((each.after ?? each.before)!.title) || each.section), broken: [],
        fields: each.before && each.after ? each.fields.map(field => ({ name: fieldName(field), before: sectionFieldText(field, each.before!, before, each.after), after: sectionFieldText(field, each.after!, after, each.before) })) : []
    }));
    const whole: Difference = {
        key: 'form', subject: nls.localize('earshot/assessment/trace/form', 'Whole form'), kind: 'changed', moved: false, broken: [], shareBefore: null, shareAfter: null,
        fields: difference.fields.map(field => ({ name: fieldName(field), before: formFieldText(field, before, after), after: formFieldText(field, after, before) }))
    };
    return [...whole.fields.length ? [whole] : [], ...sections, ...questions];
}

const share = (value: number | null): string => value === null ? '–' : shareText(value);

const tones = { added: 'good', removed: 'critical', changed: 'accent' } as const;
const icons = { added: 'add', removed: 'remove', changed: 'edit' } as const;
const kindName = (kind: Exclude<DifferenceKind, 'same'>): string => kind === 'added' ? nls.localize('earshot/assessment/difference/added', 'New')
    : kind === 'removed' ? nls.localize('earshot/assessment/difference/removed', 'Gone') : nls.localize('earshot/assessment/difference/changed', 'Changed');

/** Whether figures of both versions can stand in one series. */
export function Comparability({ comparison, before, after }: { readonly comparison: FormComparison; readonly before: number; readonly after: number }): React.ReactElement {
    return <Notice tone={comparison.scoreComparable && comparison.criticalErrorsComparable ? 'good' : 'caution'}>
        <p>{comparison.scoreComparable ? nls.localize('earshot/assessment/difference/score-comparable', 'The same answers give the same score in version {0} and version {1}: their scores can stand in one series.', before, after)
            : nls.localize('earshot/assessment/difference/score-not-comparable', 'Scores of version {0} and version {1} cannot be compared: the same answers give another score.', before, after)}</p>
        {!comparison.criticalErrorsComparable && <p>{nls.localize('earshot/assessment/difference/critical-not-comparable', 'Critical errors cannot be compared either.')}</p>}
    </Notice>;
}

export interface FormDifferencesProps {
    readonly before: { readonly number: number; readonly form: FormDefinition };
    readonly after: { readonly number: number; readonly form: FormDefinition };
    readonly kinds: QuestionKinds;
}

/** What is different between two versions, side by side and in words. */
export function FormDifferences({ before, after, kinds }: FormDifferencesProps): React.ReactElement {
    const difference = React.useMemo(() => formDifference(before.form, after.form, kinds), [before.form, after.form, kinds]);
    const differences = differencesOf(before.form, after.form, difference);
    if (!differences.length) {
        return <EmptyState icon='pass' title={nls.localize('earshot/assessment/difference/none', 'Both versions say the same.')} />;
    }
    // a weight that is changed changes the share of everything: that is told apart from what was done
    const told = differences.filter(each => each.kind !== 'same' || each.moved);
    const weighed = differences.filter(each => each.kind === 'same' && !each.moved);
    const shareName = nls.localize('earshot/assessment/difference/share', 'Share');
    return <div className='a-differences'>
        <Comparability comparison={difference.comparison} before={before.number} after={after.number} />
        {told.length > 0 && <table className='a-difference-table'>
            <caption className='e-hidden'>{nls.localize('earshot/assessment/difference/caption', 'Differences between two versions')}</caption>
            <thead><tr><th scope='col'>{nls.localize('earshot/assessment/difference/field', 'Field')}</th><th scope='col'>{versionText(before.number)}</th><th scope='col'>{versionText(after.number)}</th></tr></thead>
            {told.map(each => <tbody key={each.key}>
                <tr className='a-difference-head'><th colSpan={3} scope='rowgroup'>
                    {each.kind !== 'same' && <Badge tone={tones[each.kind]} icon={icons[each.kind]}>{kindName(each.kind)}</Badge>}{' '}
                    {each.moved && <><Badge icon='arrow-swap'>{nls.localize('earshot/assessment/difference/moved', 'Moved')}</Badge>{' '}</>}
                    {each.subject}
                    {each.broken.length > 0 && <span className='a-hint'> {each.broken.join(' · ')}</span>}
                </th></tr>
                {each.fields.map(field => <tr key={field.name}><th scope='row'>{field.name}</th><td className='a-before'>{field.before || '–'}</td><td className='a-after'>{field.after || '–'}</td></tr>)}
                {each.shareBefore !== each.shareAfter && <tr><th scope='row'>{shareName}</th><td className='a-before e-figures'>{share(each.shareBefore)}</td><td className='a-after e-figures'>{share(each.shareAfter)}</td></tr>}
            </tbody>)}
        </table>}
        {weighed.length > 0 && <table className='a-difference-table'>
            <caption>{nls.localize('earshot/assessment/difference/weighed', 'What stays as it is, but has another share of the whole')}</caption>
            <thead><tr><th scope='col'>{fieldName('text')}</th><th scope='col'>{versionText(before.number)}</th><th scope='col'>{versionText(after.number)}</th></tr></thead>
            <tbody>{weighed.map(each => <tr key={each.key}><th scope='row'>{each.subject}</th><td className='a-before e-figures'>{share(each.shareBefore)}</td><td className='a-after e-figures'>{share(each.shareAfter)}</td></tr>)}</tbody>
        </table>}
    </div>;
}
