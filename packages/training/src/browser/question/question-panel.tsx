import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Facts, SidePanel, Skeleton } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { difficultyText, kindText, nextText } from './question-words';
import { QuestionFindings } from '../item-analysis/question-findings';
import { QuestionStates } from './question-states';
import { Trial } from './trial';
import { useQuestion } from './use-questions';

/** A question beside the list: as the trainee sees it, and what it is about. */
export function QuestionPanel({ id, onClose }: { readonly id: string; onClose(): void }): React.ReactElement {
    const navigate = useNavigate();
    const { data, error } = useQuestion(id);
    const { describe } = useErrorText();
    return <SidePanel title={data?.content.name || nls.localize('earshot/training/question/one', 'Question')} onClose={onClose}
        footer={<Button variant='primary' icon={data?.may.includes('edit') ? 'edit' : 'go-to-file'} onClick={() => void navigate(`/training/questions/${id}`)}>{nls.localize('earshot/training/question/open', 'Open')}</Button>}>
        {data ? <div className='tq-panel'>
            <p><QuestionStates question={data} /></p>
            <QuestionFindings question={data} />
            <p className='t-quiet'>{nextText(data.versionState, false)}</p>
            <Trial key={`${data.id} ${data.version}`} question={data.content.question} language={languageTags[data.content.language]} />
            <Facts facts={[
                [nls.localize('earshot/training/question/kind', 'Kind'), kindText(data.content.question.kind)], [nls.localize('earshot/training/question/category', 'Category'), data.content.category || '–'],
                [nls.localize('earshot/training/question/difficulty', 'Difficulty'), data.content.difficulty ? difficultyText(data.content.difficulty) : '–'], [nls.localize('earshot/training/question/skills', 'Skills'), data.content.skills.join(', ') || '–'],
                [nls.localize('earshot/training/question/clauses', 'Clauses that it asks about'), data.clauses.map(each => `${each.documentTitle} – ${each.number} ${each.title}`).join('; ') || '–']
            ]} />
        </div> : error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={8} />}
    </SidePanel>;
}
