import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { QuestionEditor } from './question-editor';
import { useQuestion } from './use-questions';

/** One question: written, tried, reviewed. */
export default function QuestionPage({ params }: PageProps): React.ReactElement {
    const { data, error } = useQuestion(params.id!);
    const { describe } = useErrorText();
    if (!data) {
        return <Page title={nls.localize('earshot/training/question/one', 'Question')} back={{ to: '/training/questions', label: nls.localize('earshot/training/question/title', 'Question bank') }} width='wide'>
            {error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={10} />}</Page>;
    }
    return <QuestionEditor key={`${data.id} ${data.number} ${data.versionState}`} detail={data} />;
}
