import { FormFilling } from '@earshot/assessment/lib/browser/filling/form-filling';
import type { FormFillingHandle } from '@earshot/assessment/lib/browser/filling/filling-actions';
import { ScoreTrace } from '@earshot/assessment/lib/browser/filling/score-trace';
import { useFillingKeys } from '@earshot/assessment/lib/browser/filling/use-filling-keys';
import { withAnswer } from '@earshot/assessment/lib/common/filling/answering';
import type { Answers, FormDefinition, FormScore } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, formatDateTime, Notice, Page, Skeleton, Split } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { SavedState, SavingProblem } from '@earshot/writing/lib/browser/editor/saved-state';
import { type SavedDraft, useAutosave } from '@earshot/writing/lib/browser/editor/use-autosave';
import type { ArticleContent } from '../../common/article/article-content';
import type { ArticleEvaluation } from '../../common/evaluation/evaluation-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { ArticleBody } from '../reader/article-body';
import { ShortAnswer } from '../reader/short-answer';
import { useArticleEvaluation } from './use-evaluations';

/** One evaluation of an article: the text that is rated, and the form beside it. */
export default function EvaluationPage({ params }: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const { data: evaluation, error } = useArticleEvaluation(params.id!);
    if (!evaluation) {
        return <Page title={nls.localize('earshot/knowledge/evaluation/page', 'Evaluation of an article')}>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={10} />}</Page>;
    }
    return evaluation.mayEdit ? <Writing key={evaluation.id} evaluation={evaluation} /> : <Reading evaluation={evaluation} />;
}

const formOf = ({ form }: ArticleEvaluation): FormDefinition => form as unknown as FormDefinition;
const backTo = (articleId: string): { readonly to: string; readonly label: string } => ({ to: `/knowledge/articles/${articleId}/evaluations`, label: nls.localize('earshot/knowledge/evaluation/list', 'Evaluations') });

/** The text as it was when it was rated. */
const Rated = ({ evaluation }: { readonly evaluation: ArticleEvaluation }): React.ReactElement => {
    const content: ArticleContent = evaluation.content;
    return <div className='k-pane k-rated'>
        {!evaluation.current && <Notice tone='caution'>{nls.localize('earshot/knowledge/evaluation/older', 'This is revision {0}. Readers see another one now.', evaluation.number)}</Notice>}
        <h2 className='k-preview-title' lang={languageTags[content.language]}>{content.title}</h2><ShortAnswer articleId={evaluation.articleId} content={content} counted={false} /><ArticleBody content={content} />
    </div>;
};

const draftOf = ({ answers, version, changedAt }: ArticleEvaluation): SavedDraft<Answers> => ({ content: answers as Answers, version, savedAt: changedAt });
const sent = (answers: Answers): ArticleEvaluation['answers'] => answers as ArticleEvaluation['answers'];

function Writing({ evaluation }: { readonly evaluation: ArticleEvaluation }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const queries = useQueryClient();
    const navigate = useNavigate();
    const { id, articleId } = evaluation;
    const form = formOf(evaluation);
    const filling = React.useRef<FormFillingHandle>(null);
    const saving = useAutosave<Answers>({
        draft: React.useMemo(() => draftOf(evaluation), [evaluation]), name: () => evaluation.articleTitle,
        save: async (version, answers) => {
            const saved = await client.articleEvaluations.save({ id, version, answers: sent(answers) });
            return { version: saved.version, savedAt: saved.changedAt };
        },
        load: async () => draftOf(await client.articleEvaluations.get({ id }) as ArticleEvaluation)
    });
    const { session, state } = saving;
    useFillingKeys(form, filling);
    const submit = useChange({
        run: async () => client.articleEvaluations.submit({ id, version: await session.settle(), answers: sent(session.state.get().content) }) as Promise<ArticleEvaluation>, invalidates: [['article']],
        done: () => nls.localize('earshot/knowledge/evaluation/submitted', 'The evaluation is kept.'), then: made => queries.setQueryData(['article', 'evaluation', id], made)
    });
    const discard = useChange({
        run: async () => { await session.settle().catch(() => { /* what was refused goes with the draft */ }); return client.articleEvaluations.discard({ id }); },
        invalidates: [['article', 'evaluations']], done: () => nls.localize('earshot/knowledge/evaluation/discarded', 'Draft discarded.'), then: () => void navigate(`/knowledge/articles/${articleId}/evaluations`, { replace: true })
    });
    return <Page title={nls.localize('earshot/knowledge/evaluation/page', 'Evaluation of an article')} subtitle={evaluation.articleTitle} back={backTo(articleId)} actions={<>
        <SavedState state={state} />
        <Button variant='quiet' icon='trash' busy={discard.isPending} onClick={() => discard.mutate(undefined)}>{nls.localize('earshot/knowledge/action/discard', 'Discard draft')}</Button>
        <Button variant='primary' icon='check' busy={submit.isPending} onClick={() => { if (filling.current?.complete()) { submit.mutate(undefined); } }}>{nls.localize('earshot/knowledge/evaluation/submit', 'Submit')}</Button>
    </>}>
        <SavingProblem {...saving} />
        <Split name='knowledge.evaluation' label={nls.localize('earshot/knowledge/editor/split', 'Width of the text')} initial={0.5} first={<Rated evaluation={evaluation} />} second={<div className='k-pane k-rating'>
            <FormFilling ref={filling} form={form} number={evaluation.formNumber} answers={state.content} onAnswer={(question, answer) => session.edit(withAnswer(session.state.get().content, question, answer))} />
        </div>} />
    </Page>;
}

const Reading = ({ evaluation }: { readonly evaluation: ArticleEvaluation }): React.ReactElement => {
    const form = formOf(evaluation);
    return <Page title={nls.localize('earshot/knowledge/evaluation/page', 'Evaluation of an article')} back={backTo(evaluation.articleId)}
        subtitle={evaluation.submittedAt ? nls.localize('earshot/knowledge/evaluation/by', '{0} · {1}, {2}', evaluation.articleTitle, evaluation.evaluatorName, formatDateTime(evaluation.submittedAt)) : evaluation.articleTitle}>
        <Split name='knowledge.evaluation' label={nls.localize('earshot/knowledge/editor/split', 'Width of the text')} initial={0.5} first={<Rated evaluation={evaluation} />} second={<div className='k-pane k-rating'>
            <FormFilling form={form} number={evaluation.formNumber} answers={evaluation.answers as Answers} readOnly />
            <Card><h2 className='k-annual-heading'>{nls.localize('earshot/knowledge/evaluation/trace', 'How the score comes about')}</h2><ScoreTrace form={form} score={evaluation.score as unknown as FormScore} /></Card>
        </div>} />
    </Page>;
};
