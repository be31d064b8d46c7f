import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormComparison, type FormDefinition, type QuestionKinds, allQuestions, compareForms } from '@earshot/forms';
import { Badge, EmptyState, Notice } from '@earshot/core/lib/browser/widgets';
import { questionNumbers } from '../../filling/trace-text';
import { formText } from '../../form-text';
import { fieldName, formFieldText, questionFieldText, sectionFieldText } from '../words/field-text';
import { versionText } from '../words/state-text';

/** One row: the same thing in both versions; '' where it is not there or says nothing. */
interface Difference {
    readonly key: string;
    readonly subject: string;
    readonly kind: 'added' | 'removed' | 'changed';
    readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
    /** What can no longer be put in one series with the earlier version. */
    readonly broken: readonly string[];
}

const brokenOf = ({ ratingsComparable, scoreComparable, criticalErrorsComparable }: FormComparison['changed'][number]): readonly string[] => [
    ...ratingsComparable ? [] : [nls.localize('earshot/assessment/difference/ratings', 'other ratings')],
    ...scoreComparable ? [] : [nls.localize('earshot/assessment/difference/score', 'other score')],
    ...criticalErrorsComparable ? [] : [nls.localize('earshot/assessment/difference/critical', 'other critical errors')]
];

/** The differences in words, in the order of the later version; what is gone stands at the end. */
export function differencesOf(before: FormDefinition, after: FormDefinition, comparison: FormComparison): readonly Difference[] {
    const [numbersBefore, numbersAfter] = [questionNumbers(before), questionNumbers(after)];
    const questionsBefore = new Map(allQuestions(before).map(({ question }) => [question.id, question]));
    const questions = allQuestions(after).flatMap(({ question }): readonly Difference[] => {
        const subject = `${numbersAfter.get(question.id)} ${formText(question.text) || question.id}`;
        const change = comparison.changed.find(each => each.question === question.id);
        const earlier = questionsBefore.get(question.id);
        if (comparison.added.includes(question.id)) {
            return [{ key: question.id, subject, kind: 'added', fields: [], broken: [] }];
        }
        return change && earlier ? [{
            key: question.id, subject, kind: 'changed', broken: brokenOf(change),
            fields: change.fields.map(field => ({ name: fieldName(field), before: questionFieldText(field, earlier, before, question), after: questionFieldText(field, question, after, earlier) }))
        }] : [];
    });
    const sections = comparison.sections.changed.map(({ section: id, fields }): Difference => {
        const [earlier, later] = [before, after].map(form => form.sections.find(each => each.id === id)!) as [FormDefinition['sections'][number], FormDefinition['sections'][number]];
        return { key: `section/${id}`, subject: formText(later.title), kind: 'changed', broken: [], fields: fields.map(field => ({ name: fieldName(field), before: sectionFieldText(field, earlier, before, later), after: sectionFieldText(field, later, after, earlier) })) };
    });
    const single = (ids: readonly string[], form: FormDefinition, kind: 'added' | 'removed'): readonly Difference[] => ids.map(id =>
        ({ key: `section/${id}/${kind}`, subject: formText(form.sections.find(each => each.id === id)?.title), kind, fields: [], broken: [] }));
    const whole: Difference = {
        key: 'form', subject: nls.localize('earshot/assessment/trace/form', 'Whole form'), kind: 'changed', broken: [],
        fields: comparison.fields.map(field => ({ name: fieldName(field), before: formFieldText(field, before, after), after: formFieldText(field, after, before) }))
    };
    return [
        ...whole.fields.length ? [whole] : [], ...single(comparison.sections.added, after, 'added'), ...sections, ...questions, ...single(comparison.sections.removed, before, 'removed'),
        ...comparison.removed.map((id): Difference => ({ key: `${id}/removed`, subject: `${numbersBefore.get(id)} ${formText(questionsBefore.get(id)?.text)}`, kind: 'removed', fields: [], broken: [] }))
    ];
}

const tones = { added: 'good', removed: 'critical', changed: 'accent' } as const;
const icons = { added: 'add', removed: 'remove', changed: 'edit' } as const;
const kindName = (kind: Difference['kind']): string => kind === 'added' ? nls.localize('earshot/assessment/difference/added', 'New')
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
    const comparison = React.useMemo(() => compareForms(before.form, after.form, kinds), [before.form, after.form, kinds]);
    const differences = differencesOf(before.form, after.form, comparison);
    if (!differences.length && !comparison.reordered) {
        return <EmptyState icon='pass' title={nls.localize('earshot/assessment/difference/none', 'Both versions say the same.')} />;
    }
    return <div className='a-differences'>
        <Comparability comparison={comparison} before={before.number} after={after.number} />
        {comparison.reordered && <p className='a-hint'>{nls.localize('earshot/assessment/difference/reordered', 'Questions or sections stand in another order.')}</p>}
        <table className='a-difference-table'>
            <caption className='e-hidden'>{nls.localize('earshot/assessment/difference/caption', 'Differences between two versions')}</caption>
            <thead><tr><th scope='col'>{nls.localize('earshot/assessment/difference/field', 'Field')}</th><th scope='col'>{versionText(before.number)}</th><th scope='col'>{versionText(after.number)}</th></tr></thead>
            {differences.map(each => <tbody key={each.key}>
                <tr className='a-difference-head'><th colSpan={3} scope='rowgroup'>
                    <Badge tone={tones[each.kind]} icon={icons[each.kind]}>{kindName(each.kind)}</Badge> {each.subject}
                    {each.broken.length > 0 && <span className='a-hint'> {each.broken.join(' · ')}</span>}
                </th></tr>
                {each.fields.map(field => <tr key={field.name}><th scope='row'>{field.name}</th><td className='a-before'>{field.before || '–'}</td><td className='a-after'>{field.after || '–'}</td></tr>)}
            </tbody>)}
        </table>
    </div>;
}
