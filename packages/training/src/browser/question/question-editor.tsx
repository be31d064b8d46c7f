import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, Field, Notice, Page, RelativeTime, Split, Tabs, TextField } from '@earshot/core/lib/browser/widgets';
import { MarkdownField } from '@earshot/writing/lib/browser/editor/markdown-field';
import { SavedState, SavingProblem } from '@earshot/writing/lib/browser/editor/saved-state';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { withGapsOf } from '../../common/question/edit-question';
import type { Question } from '../../common/question/question';
import type { QuestionContent } from '../../common/question/question-content';
import type { QuestionDetail } from '../../common/question/question-contract';
import { questionLimits } from '../../common/question/question-limits';
import { validateQuestion } from '../../common/question/validate-question';
import { KindEditor, OptionalText } from './kind-editor';
import { questionProblemText } from './problem-text';
import { QuestionFindings } from '../item-analysis/question-findings';
import { QuestionBar } from './question-bar';
import { kindText, versionStateText } from './question-words';
import { SettingsPane } from './settings-pane';
import { Trial } from './trial';
import { freshId, questionContract, useQuestionDraft } from './use-questions';

type Pane = 'trial' | 'settings' | 'versions';

/** Writes a question; beside it stands what the trainee sees, ready to be tried. */
export function QuestionEditor({ detail }: { readonly detail: QuestionDetail }): React.ReactElement {
    const client = useClient(questionContract);
    const navigate = useNavigate();
    const saving = useQuestionDraft(detail);
    const { session, state } = saving;
    const content = state.content;
    const { question } = content;
    const readOnly = !detail.may.includes('edit');
    const [pane, setPane] = React.useState<Pane>('trial');
    const [checked, setChecked] = React.useState(false);
    const language = languageTags[content.language];
    const problems = React.useMemo(() => validateQuestion(question), [question]);
    const problemAt = (path: string): string | undefined => {
        const found = problems.find(each => each.path === path && (checked || each.severity === 'warning'));
        return found && questionProblemText(found.code);
    };
    const set = (change: Partial<QuestionContent>): void => session.edit({ ...content, ...change });
    const write = (next: Question): void => set({ question: next });
    const prompted = (prompt: string): void => write(question.kind === 'gaps' ? { ...question, prompt, gaps: withGapsOf(prompt, question.gaps, freshId) } : { ...question, prompt });
    const discard = useChange({
        run: async () => {
            await session.settle().catch(() => { /* it is thrown away */ });
            return client.questions.discard({ id: detail.id, version: session.state.get().version });
        },
        invalidates: [['question']], done: () => nls.localize('earshot/training/question/done-discard', 'Draft discarded.'), then: ({ gone }) => { if (gone) { void navigate('/training/questions', { replace: true }); } }
    });
    /** Brings the server up to date before a step; what is missing is shown beside its field. */
    const settle = async (): Promise<number> => {
        setChecked(true);
        return readOnly ? detail.version : session.settle();
    };
    usePageKeys([
        { keys: 'alt+p', title: nls.localize('earshot/training/question/trial', 'As the trainee sees it'), run: () => setPane('trial') },
        { keys: 'alt+s', title: nls.localize('earshot/training/question/about', 'What it is about'), run: () => setPane('settings') }
    ]);
    const returned = detail.versions[0]?.state === 'draft' ? detail.versions[0].reason : null;
    const waiting = detail.clauses.filter(each => each.check);
    return <Page title={content.name || nls.localize('earshot/training/question/unnamed', 'Question without a name')} hideHeader>
        <div className='tq-editor'>
            <QuestionBar detail={detail} settle={settle} saved={!readOnly && <SavedState state={state} />}>
                {detail.may.includes('discard') && <Button small variant='quiet' icon='trash' busy={discard.isPending} onClick={() => discard.mutate(undefined)}>{nls.localize('earshot/training/question/discard', 'Discard draft')}</Button>}
            </QuestionBar>
            <SavingProblem {...saving} />
            {returned && <Notice tone='caution' icon='reply'>{nls.localize('earshot/training/question/returned', 'Given back: {0}', returned)}</Notice>}
            {waiting.length > 0 && <Notice tone='caution' icon='warning' actions={<Button small onClick={() => setPane('settings')}>{nls.localize('earshot/training/question/show-clauses', 'Show the clauses')}</Button>}>
                {nls.localize('earshot/training/question/waiting', 'Clauses that this question asks about change: {0}. Say that it still holds, or write a new version.', waiting.map(each => `${each.number} ${each.title}`).join(', '))}</Notice>}
            <QuestionFindings question={detail} />
            <Split name='training.question' label={nls.localize('earshot/training/question/split', 'Width of the question')} initial={0.54} first={<div className='tq-writing'>
                <div className='tq-pair'>
                    <Field label={nls.localize('earshot/training/question/name', 'Name')} help={nls.localize('earshot/training/question/name-help', 'Trainees do not see it.')} required error={checked && content.name.trim() === '' ? questionProblemText('empty-text') : undefined}>
                        <TextField value={content.name} readOnly={readOnly} lang={language} maxLength={200} autoFocus={content.name === ''} onChange={name => set({ name })} /></Field>
                    <Field label={nls.localize('earshot/training/question/kind', 'Kind')}><span className='tq-kind'>{kindText(question.kind)}</span></Field>
                </div>
                <Field label={nls.localize('earshot/training/question/prompt', 'Question')} group required error={problemAt('/prompt')} help={question.kind === 'gaps' ? nls.localize('earshot/training/question/gaps-help', 'Write [[1]], [[2]] … where gaps are to be.') : undefined}>
                    <MarkdownField value={question.prompt} readOnly={readOnly} label={nls.localize('earshot/training/question/prompt', 'Question')} language={language} onChange={prompted} />
                </Field>
                <KindEditor question={question} readOnly={readOnly} language={language} problemAt={problemAt} onChange={write} />
                <OptionalText label={nls.localize('earshot/training/question/general-feedback', 'Said to everybody afterwards')} value={question.feedback} most={questionLimits.prompt} readOnly={readOnly} language={language} onChange={feedback => write({ ...question, feedback })} />
            </div>} second={<Tabs<Pane> label={nls.localize('earshot/training/question/beside', 'Beside the question')} value={pane} onChange={setPane} tabs={[
                { id: 'trial', label: nls.localize('earshot/training/question/trial', 'As the trainee sees it') }, { id: 'settings', label: nls.localize('earshot/training/question/about', 'What it is about'), count: waiting.length || undefined },
                { id: 'versions', label: nls.localize('earshot/training/question/versions', 'Versions'), count: detail.versions.length }]}>
                <div className='tq-pane'>
                    {pane === 'trial' && <Trial question={question} language={language} />}
                    {pane === 'settings' && <SettingsPane content={content} clauses={detail.clauses} readOnly={readOnly} problemAt={problemAt} onChange={set} />}
                    {pane === 'versions' && <ol className='tq-versions'>{detail.versions.map(each => <li key={each.number}>
                        <strong className='e-figures'>{nls.localize('earshot/training/question/version', 'Version {0}', each.number)}</strong> <Badge>{versionStateText(each.state)}</Badge>
                        <span className='t-quiet'>{each.approvedBy ? nls.localize('earshot/training/question/by-both', '{0}, approved by {1}', each.authorName ?? '', each.approvedBy) : each.authorName} · <RelativeTime moment={each.changedAt} /></span>
                    </li>)}</ol>}
                </div>
            </Tabs>} />
        </div>
    </Page>;
}
