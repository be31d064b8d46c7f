import { formText } from '@earshot/assessment/lib/browser/form-text';
import { PassBadge } from '@earshot/assessment/lib/browser/filling/filling-head';
import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, formatDate, Menu, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { ArticleEvaluation, ArticleEvaluationRow } from '../../common/evaluation/evaluation-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useArticle } from '../article/use-articles';
import { useArticleForms, useEvaluationsOf } from './use-evaluations';

/** What evaluators found of one article, and where they begin. */
export default function EvaluationsPage({ params }: PageProps): React.ReactElement {
    const id = params.id!;
    const { describe } = useErrorText();
    const { data: article } = useArticle(id);
    const { data: evaluations, error } = useEvaluationsOf(id);
    return <Page title={nls.localize('earshot/knowledge/evaluation/list', 'Evaluations')} subtitle={article?.title} width='wide' back={{ to: `/knowledge/articles/${id}`, label: nls.localize('earshot/knowledge/article/title', 'Article') }} actions={evaluations?.mayBegin && <Begin articleId={id} />}>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !evaluations ? <Skeleton lines={5} /> : evaluations.rows.length === 0
            ? <EmptyState icon='checklist' title={nls.localize('earshot/knowledge/evaluation/none', 'Nobody has evaluated this article yet.')}>{!evaluations.mayBegin && <p>{nls.localize('earshot/knowledge/evaluation/others', 'Those evaluate it who neither wrote it nor answer for it.')}</p>}</EmptyState>
            : <EvaluationTable rows={evaluations.rows} />}
    </Page>;
}

/** Begins on the only form for articles, or asks for one. */
function Begin({ articleId }: { readonly articleId: string }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const forms = useArticleForms();
    const begin = useChange({ run: (formId: string) => client.articleEvaluations.begin({ id: articleId, formId }) as Promise<ArticleEvaluation>, invalidates: [['article']], then: made => void navigate(`/knowledge/article-evaluations/${made.id}`) });
    const label = nls.localize('earshot/knowledge/evaluation/begin', 'Evaluate');
    if (forms && forms.length > 1) {
        return <Menu label={label} alignment='end' items={forms.map(each => ({ label: formText(each.title), icon: 'checklist', run: () => begin.mutate(each.id) }))}><Button variant='primary' icon='checklist' busy={begin.isPending}>{label}</Button></Menu>;
    }
    return <>
        {forms?.length === 0 && <span className='k-quiet'>{nls.localize('earshot/knowledge/evaluation/no-form', 'No form for articles is published yet.')}</span>}
        <Button variant='primary' icon='checklist' disabled={!forms?.length} busy={begin.isPending} onClick={() => begin.mutate(forms![0]!.id)}>{label}</Button>
    </>;
}

const EvaluationTable = ({ rows }: { readonly rows: readonly ArticleEvaluationRow[] }): React.ReactElement => <table className='e-plain-table k-annual-archive'>
    <thead><tr>
        <th scope='col'>{nls.localize('earshot/knowledge/evaluation/day', 'Day')}</th><th scope='col'>{nls.localize('earshot/knowledge/evaluation/form', 'Form')}</th><th scope='col'>{nls.localize('earshot/knowledge/evaluation/evaluator', 'Evaluator')}</th>
        <th scope='col'>{nls.localize('earshot/knowledge/evaluation/revision', 'Revision')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/evaluation/score', 'Score')}</th>
    </tr></thead>
    <tbody>{rows.map(each => <tr key={each.id}>
        <th scope='row'><Link to={`/knowledge/article-evaluations/${each.id}`}>{formatDate(each.submittedAt ?? each.changedAt)}</Link></th>
        <td>{formText(each.formTitle)}</td><td>{each.evaluatorName}</td>
        <td className='e-figures'>{each.current ? nls.localize('earshot/knowledge/evaluation/current', '{0}, published now', each.number) : each.number}</td>
        <td className='e-figures e-numeric'>{each.state === 'draft' ? <Badge>{nls.localize('earshot/knowledge/evaluation/draft', 'Draft')}</Badge> : <Score percent={each.percent} passed={each.passed} />}</td>
    </tr>)}</tbody>
</table>;

/** A score, and whether it is enough: in words too, not by colour alone. */
export const Score = ({ percent, passed }: { readonly percent: number | null; readonly passed: boolean | null }): React.ReactElement => <>{percentText(percent)} {passed !== null && <PassBadge passed={passed} />}</>;
