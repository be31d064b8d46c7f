import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Button, formatNumber, Notice } from '@earshot/core/lib/browser/widgets';
import type { QuestionDetail } from '../../common/question/question-contract';
import { trainingContract } from '../../common/training-contract';
import { concernAdvice, concernText, concernTone } from './analysis-words';

/** What the answers of exams say against a question, until somebody says that they have looked. */
export function QuestionFindings({ question: { id, findings } }: { readonly question: Pick<QuestionDetail, 'id' | 'findings'> }): React.ReactElement | null {
    const client = useClient(trainingContract);
    const session = useSession();
    const look = useChange({ run: () => client.itemAnalyses.look({ id }), invalidates: [['question'], ['work']], done: () => nls.localize('earshot/training/item-analysis/looked', 'Noted. It comes back when many others have answered the question.') });
    const [first] = findings;
    return first ? <Notice tone={concernTone(first.concern)} icon='graph-line' actions={session.may('question:write') && <Button small busy={look.isPending} onClick={() => look.mutate(undefined)}>{nls.localize('earshot/training/item-analysis/look', 'I have looked')}</Button>}>
        {concernAdvice(first.concern)} {findings.map(each => {
            const text = nls.localize('earshot/training/item-analysis/found-in', '{0} in “{1}”, people: {2}', concernText(each.concern), each.examTitle, formatNumber(each.people));
            return <React.Fragment key={`${each.examId} ${each.number}`}>{session.may('exam-analysis:read') && session.may('exam:read') ? <Link to={`/training/exams/${each.examId}?pane=analysis&version=${each.number}`}>{text}</Link> : text} </React.Fragment>;
        })}
    </Notice> : null;
}
