import { nls } from '@theia/core/lib/common/nls';
import { generateUuid } from '@theia/core/lib/common/uuid';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Badge, Button, Dialog, Field, formatList, formatNumber, FormErrors, Icon, Notice, Select } from '@earshot/core/lib/browser/widgets';
import type { ImportPlan } from '../../common/question/question-contract';
import { type QuestionLanguage, questionLanguages } from '../../common/question/question-content';
import { formatOfFile } from '../../common/question-format/format-of-file';
import { type QuestionFormatName, questionFormats } from '../../common/question-format/question-format';
import { fileProblemText, questionProblemText } from './problem-text';
import { formatText, kindIcon, kindText, languageText, lossText } from './question-words';
import { questionContract, useOwnLanguage } from './use-questions';

interface Chosen { /** The same however often it is tried: a lost answer does not double the file. */ readonly importId: string; readonly text: string; readonly format: QuestionFormatName }
type Planned = ImportPlan['questions'][number];

function outcomeText(outcome: Planned['outcome']): string {
    switch (outcome) {
        case 'new': return nls.localize('earshot/training/question/outcome-new', 'New');
        case 'changed': return nls.localize('earshot/training/question/outcome-changed', 'Changed');
        case 'same': return nls.localize('earshot/training/question/outcome-same', 'Same as here');
        case 'busy': return nls.localize('earshot/training/question/outcome-busy', 'Being written here');
    }
}
const outcomeTone = (outcome: Planned['outcome']): 'good' | 'accent' | 'neutral' | 'caution' => outcome === 'new' ? 'good' : outcome === 'changed' ? 'accent' : outcome === 'busy' ? 'caution' : 'neutral';

/** A file is read and shown first: what is new, what has changed, what is broken, by line and reason. Nothing happens until it is taken in; then it can be undone. */
export function ImportDialog({ onClose }: { onClose(): void }): React.ReactElement {
    const client = useClient(questionContract);
    const [chosen, setChosen] = React.useState<Chosen>();
    const [language, setLanguage] = React.useState<QuestionLanguage>(useOwnLanguage());
    const plan = useChange({ run: (file: Chosen) => client.questions.planImport({ format: file.format, text: file.text, language }) as Promise<ImportPlan>, failures: 'form' });
    const take = useChange({
        run: (file: Chosen) => client.questions.import({ importId: file.importId, format: file.format, text: file.text, language }), invalidates: [['question']], failures: 'form', then: onClose,
        done: ({ created, revised }) => nls.localize('earshot/training/question/imported', '{0} new questions and {1} new versions are there as drafts.', formatNumber(created), formatNumber(revised)), undo: ({ importId }) => client.questions.undoImport({ id: importId })
    });
    const look = (next: Chosen): void => {
        setChosen(next);
        plan.mutate(next);
    };
    const choose = async (file: File | undefined): Promise<void> => {
        if (!file) { return; }
        const text = await file.text();
        look({ importId: generateUuid(), text, format: formatOfFile(file.name, text) });
    };
    const result = plan.data;
    const taken = result?.questions.filter(each => each.outcome === 'new' || each.outcome === 'changed').length ?? 0;
    return <Dialog title={nls.localize('earshot/training/question/import-title', 'Import questions')} size='large' onClose={onClose} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/question/cancel', 'Cancel')}</Button>
        <Button variant='primary' icon='cloud-upload' disabled={!chosen || taken === 0} busy={take.isPending} onClick={() => { if (chosen) { take.mutate(chosen); } }}>{nls.localize('earshot/training/question/import-do', 'Take in {0} as drafts', formatNumber(taken))}</Button></>}>
        <div className='tq-import'>
            <Field label={nls.localize('earshot/training/question/file', 'File')} help={nls.localize('earshot/training/question/file-help', 'Nothing is changed yet: you see first what would happen.')}>
                <input type='file' aria-label={nls.localize('earshot/training/question/file', 'File')} accept='.gift,.txt,.xml,.csv' autoFocus onChange={event => void choose(event.target.files?.[0])} /></Field>
            {chosen && <div className='tq-pair'>
                <Field label={nls.localize('earshot/training/question/format', 'Format')}><Select value={chosen.format} onChange={format => look({ ...chosen, format })} options={questionFormats.map(value => ({ value, label: formatText(value) }))} /></Field>
                <Field label={nls.localize('earshot/training/question/import-language', 'Language of new questions')}><Select value={language} onChange={value => setLanguage(value)} options={questionLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
            </div>}
            <FormErrors error={plan.error ?? take.error} />
            {result && <Plan plan={result} />}
        </div>
    </Dialog>;
}

function Plan({ plan: { questions, broken } }: { readonly plan: ImportPlan }): React.ReactElement {
    const count = (outcome: Planned['outcome']): string => formatNumber(questions.filter(each => each.outcome === outcome).length);
    return <>
        <p role='status'>{nls.localize('earshot/training/question/plan', '{0} new, {1} changed, {2} as they are here, {3} being written here, {4} not readable', count('new'), count('changed'), count('same'), count('busy'), formatNumber(broken.length))}</p>
        {broken.length > 0 && <Notice tone='caution' icon='warning'><p>{nls.localize('earshot/training/question/broken', 'These stay out; the others are not touched by them:')}</p>
            <ul className='tq-broken'>{broken.slice(0, 200).map(each => <li key={`${each.line} ${each.code}`}>
                <strong className='e-figures'>{nls.localize('earshot/training/question/line', 'Line {0}', each.line)}</strong> {fileProblemText(each.code)}
                {each.problems.length > 0 && <>: {formatList([...new Set(each.problems.map(one => questionProblemText(one.code) ?? one.code))])}</>}
                {each.excerpt && <code className='tq-excerpt'>{each.excerpt}</code>}
            </li>)}</ul></Notice>}
        <ul className='tq-planned'>{questions.slice(0, 500).map(each => <li key={each.line}>
            <Badge tone={outcomeTone(each.outcome)}>{outcomeText(each.outcome)}</Badge><Icon name={kindIcon(each.kind)} label={kindText(each.kind)} /><span className='tq-ellipsis'>{each.prompt}</span>
            {each.notes.length > 0 && <span className='t-quiet'>{nls.localize('earshot/training/question/without', 'without {0}', formatList([...new Set(each.notes.map(lossText))]))}</span>}
        </li>)}</ul>
    </>;
}
