import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, Dialog, Field, FormErrors, IconButton, TextArea } from '@earshot/core/lib/browser/widgets';
import type { QuestionDetail } from '../../common/question/question-contract';
import { actionText, doneText, nextText, stateTone, versionStateText } from './question-words';
import { questionContract } from './use-questions';

/** In the order in which they are offered, the one that leads on last. */
const offered = ['retire', 'withdraw', 'return', 'revise', 'submit', 'approve', 'confirm'] as const;
type Step = typeof offered[number];
const leadsOn: readonly Step[] = ['submit', 'approve', 'confirm'];

interface QuestionBarProps { readonly detail: QuestionDetail; readonly saved?: React.ReactNode; settle(): Promise<number>; readonly children?: React.ReactNode }

/** The state of a question and its next step, in one bar. */
export function QuestionBar({ detail, saved, settle, children }: QuestionBarProps): React.ReactElement {
    const client = useClient(questionContract);
    const navigate = useNavigate();
    const { person } = useSession();
    const [asking, setAsking] = React.useState(false);
    const act = useChange({
        run: async ({ step, reason }: { readonly step: Step; readonly reason?: string }) => {
            const version = await settle();
            return step === 'confirm' ? client.questions.confirm({ id: detail.id, version }) : client.questions.act({ id: detail.id, version, action: step, reason });
        },
        invalidates: [['question'], ['work']], done: (_, { step }) => doneText(step), then: () => setAsking(false)
    });
    const steps = offered.filter(each => (detail.may as readonly string[]).includes(each));
    const own = detail.versions[0]?.authorName === person.name;
    return <div className='tq-bar' role='group' aria-label={nls.localize('earshot/training/question/bar', 'State and next step')}>
        <IconButton icon='arrow-left' label={nls.localize('earshot/training/question/title', 'Question bank')} onClick={() => void navigate('/training/questions')} />
        <Badge tone={stateTone(detail.versionState)}>{versionStateText(detail.versionState)}</Badge>
        <span className='tq-next'>{nextText(detail.versionState, own)}{detail.approved && <span className='t-quiet'> {nls.localize('earshot/training/question/meanwhile', 'Meanwhile exams ask the version that is approved.')}</span>}</span>
        {saved}
        <span className='tq-steps'>
            {children}
            {steps.map(step => <Button key={step} small={!leadsOn.includes(step)} variant={leadsOn.includes(step) ? 'primary' : 'secondary'} busy={act.isPending && act.variables?.step === step}
                onClick={() => step === 'return' ? setAsking(true) : act.mutate({ step })}>{actionText(step)}</Button>)}
        </span>
        {asking && <ReturnDialog busy={act.isPending} error={act.error} onClose={() => setAsking(false)} onReturn={reason => act.mutate({ step: 'return', reason })} />}
    </div>;
}

function ReturnDialog({ busy, error, onClose, onReturn }: { readonly busy: boolean; readonly error: unknown; onClose(): void; onReturn(reason: string): void }): React.ReactElement {
    const [reason, setReason] = React.useState('');
    const submit = (): void => { if (reason.trim()) { onReturn(reason.trim()); } };
    return <Dialog title={nls.localize('earshot/training/question/return-title', 'Give the question back')} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/question/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!reason.trim()} busy={busy} onClick={submit}>{actionText('return')}</Button></>}>
        <FormErrors error={error} />
        <Field label={nls.localize('earshot/training/question/return-reason', 'What should be changed?')} required><TextArea value={reason} onChange={setReason} rows={4} maxLength={2000} autoFocus /></Field>
    </Dialog>;
}
