import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Facts, formatDateTime, formatDuration, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import type { StoredRun } from '../../common/script/script-run-contract';
import { trainingContract } from '../../common/training-contract';
import type { DocumentLanguage } from '../../common/document/document-content';
import { versionText } from '../document/document-words';

/** What an agent was told to say in a call, step by step, as it was gone. */
export default function PastRunPage({ params }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const { data: run, error } = useQuery({ queryKey: ['script-run', params.id], queryFn: ({ signal }) => client.scriptRuns.get({ id: params.id! }, { signal }) as Promise<StoredRun> });
    const title = run?.title ?? nls.localize('earshot/training/script/past', 'Way through a call script');
    if (!run) {
        return <Page title={title} width='wide'>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={8} />}</Page>;
    }
    const language = languageTags[run.language as DocumentLanguage];
    return <Page title={title} width='wide' back={{ to: `/training/documents/${run.documentId}?version=${run.versionId}`, label: nls.localize('earshot/training/script/to-script', 'The script') }} subtitle={versionText(run.number)}>
        <Facts facts={[
            [nls.localize('earshot/training/script/who', 'Agent'), run.personName], [nls.localize('earshot/training/script/when', 'Begun'), formatDateTime(run.begunAt)],
            ...run.interaction ? [[nls.localize('earshot/training/script/for', 'Call'), <Link key='call' to={run.interaction}>{nls.localize('earshot/training/script/open-call', 'Open the call')}</Link>] as const] : [],
            [nls.localize('earshot/training/script/how-ended', 'Ended'), run.outcome ?? nls.localize('earshot/training/script/not-ended', 'not within the script')]
        ]} />
        <ol className='t-run-past'>{run.path.map((each, index) => {
            const step = run.script.steps.find(({ id }) => id === each.stepId);
            const choice = step?.choices.find(({ id }) => id === each.choiceId);
            return step && <li key={index}>
                <span className='t-run-time e-figures'>{formatDuration(Date.parse(each.at) - Date.parse(run.begunAt))}</span>
                <div><h2 lang={language}>{step.title}</h2><MarkdownView text={step.say} language={language} />
                    {choice ? <p className='t-run-past-choice' lang={language}>→ {choice.label}</p> : index < run.path.length - 1 && <p className='t-quiet'>{nls.localize('earshot/training/script/went', 'went back, or to another step')}</p>}</div>
            </li>;
        })}</ol>
    </Page>;
}
