import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, formatDate, formatDateTime, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { trainingContract } from '../../common/training-contract';
import type { Transcript } from '../../common/transcript/transcript-contract';
import { attemptText, passedText, percentText } from '../attempt/attempt-words';
import { certificateIcon, certificateTone, stateText } from '../certificate/certificate-words';
import { markText } from '../session/session-words';
import { TranscriptPart } from './transcript-part';

/** What somebody has learnt and shown, on one page that can be printed. */
export default function TranscriptPage({ params }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['transcript', params.id], meta: { shows: ['certificate', 'certification', 'attempt', 'acknowledgement', 'training-session'] }, retry: false, queryFn: ({ signal }) => client.transcripts.get({ id: params.id! }, { signal }) as Promise<Transcript> });
    const title = nls.localize('earshot/training/transcript/title', 'Transcript');
    const print = (): void => window.print();
    usePageKeys([{ keys: 'p', title: nls.localize('earshot/training/document/print', 'Print'), run: print }]);
    if (!data) {
        return <Page title={title}>{error ? <EmptyState icon='person' title={describe(error)} /> : <Skeleton lines={8} />}</Page>;
    }
    const person = [data.employeeNumber && nls.localize('earshot/training/certificate/number', 'Employee number {0}', data.employeeNumber), data.positionName, data.teamName, data.joinedOn && nls.localize('earshot/training/transcript/joined', 'here since {0}', formatDate(data.joinedOn))].filter(Boolean).join(' · ');
    return <Page title={nls.localize('earshot/training/transcript/of', 'Transcript of {0}', data.personName)} width='wide' subtitle={person} back={{ to: `/training/certification/${data.personId}`, label: nls.localize('earshot/training/certification/short', 'Certification') }}
        actions={<Button variant='primary' icon='file-pdf' onClick={print}>{nls.localize('earshot/training/document/print-pdf', 'Print or save as PDF')}</Button>}>
        <div className='t-transcript'>
            <p className='t-quiet'>{data.houseName ? nls.localize('earshot/training/transcript/as-of-house', '{0}, as of {1}', data.houseName, formatDateTime(data.at)) : nls.localize('earshot/training/transcript/as-of', 'As of {0}', formatDateTime(data.at))}</p>
            <Parts transcript={data} />
        </div>
    </Page>;
}

function Parts({ transcript: { certificates, exams, acknowledgements, supervisedCalls, signOffs, trainings } }: { readonly transcript: Transcript }): React.ReactElement {
    const day = nls.localize('earshot/training/certificate/day', 'Day');
    const result = nls.localize('earshot/training/certificate/result', 'Result');
    const trainer = nls.localize('earshot/training/transcript/by', 'By');
    return <>
        <TranscriptPart title={nls.localize('earshot/training/certificate/several', 'Certificates')} columns={[day, nls.localize('earshot/training/people/position', 'Position'), nls.localize('earshot/training/transcript/state', 'State'), nls.localize('earshot/training/transcript/code', 'Code')]}
            rows={certificates.map(each => ({ key: each.id, cells: [
                <Link key='day' to={`/training/certificates/${each.id}`}>{formatDate(each.issuedAt)}</Link>, each.content.positionName, <Badge key='state' tone={certificateTone(each.state)} icon={certificateIcon(each.state)}>{stateText(each)}</Badge>, <code key='code'>{each.code}</code>] }))} />
        {exams && <TranscriptPart title={nls.localize('earshot/training/exams/title', 'Exams')} columns={[day, nls.localize('earshot/training/exams/name', 'Exam'), nls.localize('earshot/training/transcript/version', 'Version'), nls.localize('earshot/training/transcript/attempt', 'Attempt'), result]}
            rows={exams.map(each => ({ key: each.id, cells: [formatDate(each.at), each.title, each.version, each.attempt, each.state === 'released' ? `${passedText(each.passed)} · ${percentText(each.percent)}` : attemptText(each.state)] }))} />}
        {trainings && <TranscriptPart title={nls.localize('earshot/training/transcript/trainings', 'Trainings attended')} columns={[day, nls.localize('earshot/training/transcript/course', 'Course'), nls.localize('earshot/training/transcript/trainer', 'Trainer'), nls.localize('earshot/training/transcript/attendance', 'Attendance')]}
            rows={trainings.map(each => ({ key: each.id, cells: [formatDate(each.at), each.title, each.trainerName, markText(each.mark)] }))} />}
        <TranscriptPart title={nls.localize('earshot/training/certification/calls', 'Supervised calls')} columns={[day, result, trainer]} rows={supervisedCalls.map(each => ({ key: each.id, cells: [formatDate(each.at), percentText(each.percent), each.byName] }))} />
        <TranscriptPart title={nls.localize('earshot/training/transcript/sign-offs', 'Sign-offs')} columns={[day, trainer]} rows={signOffs.map(each => ({ key: each.id, cells: [formatDate(each.at), each.byName] }))} />
        {acknowledgements && <TranscriptPart title={nls.localize('earshot/training/certification/documents', 'Documents acknowledged')} columns={[day, nls.localize('earshot/training/transcript/document', 'Document'), nls.localize('earshot/training/transcript/version', 'Version'), nls.localize('earshot/training/transcript/checksum', 'Checksum')]}
            rows={acknowledgements.map(each => ({ key: each.versionId, cells: [formatDate(each.at), each.title, each.number, <code key='hash' title={each.hash}>{each.hash.slice(0, 12)}</code>] }))} />}
    </>;
}
