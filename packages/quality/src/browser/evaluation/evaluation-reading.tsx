import { FormKinds } from '@earshot/assessment/lib/common/form/form-kinds';
import { FormFilling } from '@earshot/assessment/lib/browser/filling/form-filling';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { TimeRange } from '@earshot/media/lib/browser/player';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useService, useSession } from '@earshot/core/lib/browser/application';
import { Link, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, formatPercent, Notice } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { EvidencePlayer } from '../conversation/conversation';
import { isWritten } from '../conversation/interaction-player';
import { AnswerSheet } from '../feedback/answer-sheet';
import { DisputePane } from '../feedback/dispute-pane';
import { DisputeSheet } from '../feedback/dispute-sheet';
import { FeedbackBar } from '../feedback/feedback-bar';
import { useFeedback } from '../feedback/use-feedback';
import { TranscriptBeside } from '../transcript/transcript-beside';
import { Approval } from './approval';
import { BlindBanner } from './blind-banner';
import { CallPane } from './call-pane';
import { Conclusion } from './conclusion';
import { CorrectionDialog } from './correction-dialog';
import { EvaluationDesk } from './evaluation-desk';
import { EvaluationPlayer } from './evaluation-player';
import { StateBadge } from './evaluation-words';
import { MarkPane } from './mark-pane';
import { RevisionHistory } from './revision-history';
import { useNamedForm, useRecordingMarks } from './use-evaluation';

export interface EvaluationReadingProps {
    readonly evaluation: Evaluation;
    readonly back: { readonly to: string; readonly label: string };
    readonly from: string;
    /** It was submitted a moment ago, here. */
    readonly concluded: boolean;
    /** A stretch that is to be heard as soon as the recording is there. */
    readonly play?: TimeRange;
}

/** An evaluation as it was submitted, with its evidence to listen to, its revisions, and what may still be done about it. */
export function EvaluationReading({ evaluation, back, from, concluded, play: wanted }: EvaluationReadingProps): React.ReactElement {
    const session = useSession();
    const navigate = useNavigate();
    const names = useNamedForm(evaluation.form.definition);
    const marks = useRecordingMarks(evaluation.evidence, names);
    const kinds = useService<FormKinds>(FormKinds);
    const player = React.useRef<EvidencePlayer | null>(null);
    const played = React.useRef<TimeRange>();
    const takePlayer = React.useCallback((controller: EvidencePlayer | null) => {
        player.current = controller;
        if (controller && wanted && played.current === undefined) {
            played.current = wanted;
            controller.select(wanted);
            controller.playRange(wanted);
        }
    }, [wanted]);
    const [openMark, setOpenMark] = React.useState<string>();
    const [correcting, setCorrecting] = React.useState(false);
    const [disputing, setDisputing] = React.useState(false);
    const { data: found } = useFeedback(evaluation.id, evaluation.state === 'submitted' && evaluation.purpose === 'monitoring' && !concluded);
    // of a revision that was replaced meanwhile, the answer is about the one that counts
    const feedback = found?.evaluationId === evaluation.id ? found : undefined;
    const play = (mark: Evidence): void => {
        setOpenMark(mark.id);
        player.current?.playRange([mark.fromMs, mark.toMs]);
    };
    const open = evaluation.history.find(each => each.state === 'revision-draft' || each.state === 'revision-pending');
    const mayCoach = session.may('coaching:write') && evaluation.agentId !== null && evaluation.agentId !== session.person.id && evaluation.state === 'submitted' && evaluation.purpose === 'monitoring' && !concluded;
    const mayCorrect = evaluation.may.includes('revise') && !open && !concluded;
    return <EvaluationDesk evaluation={evaluation} back={back}
        status={<>
            <span className='q-quiet'>{nls.localize('earshot/quality/reading/by', 'by {0}', evaluation.evaluatorName)}</span>
            {evaluation.interaction.recordingId && <span className='q-quiet e-figures'>{nls.localize('earshot/quality/reading/listened', 'listened to {0}', formatPercent(evaluation.listened.share, 0))}</span>}
            <StateBadge state={evaluation.state} />
            {mayCoach && <Button small icon='mortar-board' onClick={() => void navigate(`/quality/coaching/new?evaluation=${evaluation.id}`)}>{nls.localize('earshot/quality/coaching/begin', 'Coach…')}</Button>}
            {mayCorrect && <Button small icon='edit' onClick={() => setCorrecting(true)}>{nls.localize('earshot/quality/correction/begin', 'Correct…')}</Button>}
        </>}
        notices={<>
            {evaluation.state === 'draft' && <Notice tone='caution' icon='lock'>{nls.localize('earshot/quality/reading/too-late', 'This draft was not submitted in time, and cannot be any more.')}</Notice>}
            {concluded && <Conclusion evaluation={evaluation} back={back} from={from} />}
            {feedback && <FeedbackBar evaluation={evaluation} feedback={feedback} names={names} writing={disputing} onWrite={() => setDisputing(true)} />}
            {evaluation.purpose === 'calibration' && !concluded && <BlindBanner sessionId={evaluation.sessionId!} />}
            {evaluation.state === 'submitted' && open && open.id !== evaluation.id && <Notice actions={<Link to={`/quality/evaluations/${open.id}`}>{nls.localize('earshot/quality/reading/open-correction', 'Open it')}</Link>}>
                {open.state === 'revision-pending' ? nls.localize('earshot/quality/reading/correction-pending', 'A correction waits for approval. Until then this one counts.') : nls.localize('earshot/quality/reading/correction-begun', 'A correction was begun. Until it is approved this one counts.')}
            </Notice>}
            {evaluation.state === 'superseded' && <Superseded evaluation={evaluation} />}
            {evaluation.state === 'revision-pending' && !concluded && <Approval evaluation={evaluation} names={names} />}
        </>}
        written={isWritten(evaluation.interaction)} player={<EvaluationPlayer evaluation={evaluation} marks={marks} openMark={openMark} controllerRef={takePlayer} onMarkOpen={setOpenMark} />}
        aside={<>
            {feedback?.may.includes('dispute') && disputing && <DisputeSheet evaluation={evaluation} feedback={feedback} names={names} player={player} onPlay={play} onClose={() => setDisputing(false)} />}
            {feedback && feedback.questions.length + feedback.earlier.length > 0 && !disputing && (feedback.may.includes('answer')
                ? <AnswerSheet evaluation={evaluation} feedback={feedback} names={names} onPlay={play} /> : <DisputePane feedback={feedback} names={names} onPlay={play} />)}
            <TranscriptBeside recordingId={evaluation.interaction.recordingId} player={player} marks={evaluation.evidence.length}>
                <MarkPane evidence={evaluation.evidence} names={names} openMark={openMark} onPlay={play} />
                {evaluation.history.length > 1 && <RevisionHistory evaluation={evaluation} />}
                <CallPane interaction={evaluation.interaction} />
            </TranscriptBeside>
            {correcting && <CorrectionDialog evaluation={evaluation} onClose={() => setCorrecting(false)} />}
        </>}
        form={<FormFilling form={names.form} kinds={kinds} number={evaluation.form.number} answers={evaluation.answers} evidence={evaluation.evidence} rulings={evaluation.rulings} readOnly onPlayEvidence={play} />} />;
}

const Superseded = ({ evaluation }: { readonly evaluation: Evaluation }): React.ReactElement => {
    const current = evaluation.history.find(each => each.state === 'submitted');
    return <Notice tone='caution' icon='history' actions={current && <Link to={`/quality/evaluations/${current.id}`}>{nls.localize('earshot/quality/reading/open-current', 'Open the one that counts')}</Link>}>
        {nls.localize('earshot/quality/reading/superseded', 'This is an earlier revision. It was replaced by a correction and does not count any more.')}
    </Notice>;
};
