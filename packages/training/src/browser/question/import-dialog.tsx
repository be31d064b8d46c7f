import { nls } from '@theia/core/lib/common/nls';
import { generateUuid } from '@theia/core/lib/common/uuid';
import * as React from '@theia/core/shared/react';
import { ApiService, useChange, useClient, useService } from '@earshot/core/lib/browser/application';
import { Badge, Button, Dialog, Field, FileDrop, formatList, formatNumber, FormErrors, Icon, Notice, Select } from '@earshot/core/lib/browser/widgets';
import type { ImportPlan } from '../../common/question/question-contract';
import { type QuestionLanguage, questionLanguages } from '../../common/question/question-content';
import { formatOfFile } from '../../common/question-format/format-of-file';
import { type QuestionFormatName, questionFormats } from '../../common/question-format/question-format';
import { fileProblemText, questionProblemText } from './problem-text';
import { formatText, kindIcon, kindText, languageText, lossText } from './question-words';
import { questionContract, useOwnLanguage } from './use-questions';

interface Chosen { readonly name: string; /** The same however often it is tried: a lost answer does not double the file. */ readonly importId: string; readonly text: string; readonly format: QuestionFormatName }
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
    const api = useService(ApiService);
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
    const read = useChange({
        run: async (file: File): Promise<{ text: string }> => (await api.stream('/training/question-files', { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } })).json() as Promise<{ text: string }>,
        failures: 'form', then: ({ text }, file) => look({ name: file.name, importId: generateUuid(), text, format: formatOfFile(file.name, text) })
    });
    const choose = (file: File): void => {
        setChosen(undefined);
        plan.reset();
        take.reset();
        read.mutate(file);
    };
    const result = plan.data;
    const taken = result?.questions.filter(each => each.outcome === 'new' || each.outcome === 'changed').length ?? 0;
    return <Dialog title={nls.localize('earshot/training/question/import-title', 'Import questions')} size='large' onClose={onClose} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/question/cancel', 'Cancel')}</Button>
        <Button variant='primary' icon='cloud-upload' disabled={!chosen || taken === 0} busy={take.isPending} onClick={() => { if (chosen) { take.mutate(chosen); } }}>{nls.localize('earshot/training/question/import-do', 'Take in {0} as drafts', formatNumber(taken))}</Button></>}>
        <div className='tq-import'>
            <p>{nls.localize('earshot/training/question/import-about', 'GIFT, Aiken, Moodle XML, QTI 2.1 or 2.2 (a package or one item) or CSV. Nothing is changed yet: you see first what would happen.')}</p>
            <FileDrop label={nls.localize('earshot/training/question/file', 'File')} choose={nls.localize('earshot/training/document-file/choose', 'Choose a file')} drop={nls.localize('earshot/training/question/drop', 'or drop it here')}
                chosen={chosen?.name ?? read.variables?.name} accept='.gift,.txt,.xml,.csv,.zip' busy={read.isPending || plan.isPending} onFiles={([file]) => { if (file) { choose(file); } }} />
            {chosen && <div className='tq-pair'>
                <Field label={nls.localize('earshot/training/question/format', 'Format')}><Select value={chosen.format} onChange={format => look({ ...chosen, format })} options={questionFormats.map(value => ({ value, label: formatText(value) }))} /></Field>
                <Field label={nls.localize('earshot/training/question/import-language', 'Language of new questions')}><Select value={language} onChange={value => setLanguage(value)} options={questionLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
            </div>}
            <FormErrors error={read.error ?? plan.error ?? take.error} />
            {result && <Plan plan={result} />}
        </div>
    </Dialog>;
}

function Plan({ plan: { questions, broken } }: { readonly plan: ImportPlan }): React.ReactElement {
    const count = (outcome: Planned['outcome']): string => formatNumber(questions.filter(each => each.outcome === outcome).length);
    return <>
        <p role='status'>{nls.localize('earshot/training/question/plan', '{0} new, {1} changed, {2} as they are here, {3} being written here, {4} not readable', count('new'), count('changed'), count('same'), count('busy'), formatNumber(broken.length))}</p>
        {broken.length > 0 && <Notice tone='caution' icon='warning'><p>{nls.localize('earshot/training/question/broken', 'These stay out; the others are not touched by them:')}</p>
            <ul className='tq-broken'>{broken.slice(0, 200).map(each => <li key={`${each.file} ${each.line} ${each.code}`}>
                <strong className='e-figures'>{[each.file, nls.localize('earshot/training/question/line', 'Line {0}', each.line)].filter(Boolean).join(' · ')}</strong> {fileProblemText(each.code)}
                {each.problems.length > 0 && <>: {formatList([...new Set(each.problems.map(one => questionProblemText(one.code) ?? one.code))])}</>}
                {each.excerpt && <code className='tq-excerpt'>{each.excerpt}</code>}
            </li>)}</ul></Notice>}
        <ul className='tq-planned'>{questions.slice(0, 500).map(each => <li key={`${each.file} ${each.line}`}>
            <Badge tone={outcomeTone(each.outcome)}>{outcomeText(each.outcome)}</Badge><Icon name={kindIcon(each.kind)} label={kindText(each.kind)} /><span className='tq-ellipsis'>{each.prompt}</span>
            {each.notes.length > 0 && <span className='t-quiet'>{nls.localize('earshot/training/question/without', 'without {0}', formatList([...new Set(each.notes.map(lossText))]))}</span>}
        </li>)}</ul>
    </>;
}
