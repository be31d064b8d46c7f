import { AppealFloor } from './correction-dialog';
import { FormKinds } from '@earshot/assessment/lib/common/form/form-kinds';
import { FormFilling } from '@earshot/assessment/lib/browser/filling/form-filling';
import type { FormFillingHandle } from '@earshot/assessment/lib/browser/filling/filling-actions';
import { useFillingKeys } from '@earshot/assessment/lib/browser/filling/use-filling-keys';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { allQuestions } from '@earshot/forms';
import { withAnswer, withValue } from '@earshot/assessment/lib/common/filling/answering';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useService, useToast, useUndo } from '@earshot/core/lib/browser/application';
import { PageKeyService, usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Button, Keys, Notice } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { EvidencePlayer } from '../conversation/conversation';
import { isWritten } from '../conversation/interaction-player';
import { SuggestionLine } from '../phrases/suggestion-line';
import { useSuggestions } from '../phrases/use-suggestions';
import { TranscriptBeside } from '../transcript/transcript-beside';
import { answerChanges } from './answer-changes';
import { BlindBanner } from './blind-banner';
import { CallPane } from './call-pane';
import { DraftNotices, SavedState } from './draft/saved-state';
import type { Ending } from './draft/draft-state';
import { useDraft } from './draft/use-draft';
import { EditorMenu } from './editor-menu';
import { EvaluationDesk } from './evaluation-desk';
import { EvaluationPlayer } from './evaluation-player';
import { MarkPane } from './mark-pane';
import { withMark, withMarkChanged, withoutMark } from './marks';
import { useNamedForm, useRecordingMarks, useToday } from './use-evaluation';
import { TodayCount } from './today-count';

export interface EvaluationEditorProps {
    readonly evaluation: Evaluation;
    readonly back: { readonly to: string; readonly label: string };
    onEnd(ending: Ending): void;
}

/** An evaluation that is being written: listen, answer, mark, submit, all from the keyboard. */
export function EvaluationEditor({ evaluation, back, onEnd }: EvaluationEditorProps): React.ReactElement {
    const { session, state, restored } = useDraft(evaluation);
    const names = useNamedForm(evaluation.form.definition);
    const player = React.useRef<EvidencePlayer>(null);
    const filling = React.useRef<FormFillingHandle>(null);
    const [openMark, setOpenMark] = React.useState<string>();
    const toast = useToast();
    const undo = useUndo();
    const kinds = useService<FormKinds>(FormKinds);
    const { content, submitting } = state;
    const marks = useRecordingMarks(content.evidence, names);
    const suggestions = useSuggestions(evaluation.id);
    const change = React.useCallback((next: (content: FilledContent) => FilledContent) => session.edit(next(session.state.get().content)), [session]);
    const markable = evaluation.interaction.recordingId !== null || isWritten(evaluation.interaction);
    const submit = (): void => {
        if (!submitting && filling.current?.complete()) {
            session.handle({ type: 'submit' });
        }
    };
    useFillingKeys(names.form, filling, !submitting);
    usePageKeys([{ keys: 'ctrlcmd+enter', group: nls.localize('earshot/quality/evaluate/keys', 'Evaluation'), title: nls.localize('earshot/quality/evaluate/submit', 'Submit'), run: submit }]);
    useEnd(state.ending, onEnd);
    React.useEffect(() => { filling.current?.focus(); }, []);
    React.useEffect(() => {
        if (restored) {
            toast(nls.localize('earshot/quality/draft/restored', 'What you had written here and was not saved yet is restored.'));
        }
    }, [restored, toast]);

    const mark = (questionId: string, place: { readonly fromMs: number; readonly toMs: number } | undefined): void => {
        if (place && !submitting) {
            const id = generateUuid();
            change(content => withMark(content, { id, questionId, ...place }));
            setOpenMark(id);
            player.current?.select(undefined);
        }
    };
    const play = (evidence: Evidence): void => {
        setOpenMark(evidence.id);
        player.current?.playRange([evidence.fromMs, evidence.toMs]);
    };
    const remove = (evidence: Evidence): void => {
        change(content => withoutMark(content, evidence.id));
        undo(nls.localize('earshot/quality/marks/removed', 'Mark removed.'), () => change(content => withMark(content, evidence)));
    };
    const accept = (question: string): void => {
        const suggestion = suggestions.of(question);
        if (!suggestion || submitting) {
            return;
        }
        const [place] = suggestion.places;
        const marked = place && content.evidence.some(each => each.questionId === question && each.fromMs === place.fromMs);
        change(content => {
            const answered = { ...content, answers: withAnswer(content.answers, question, withValue(suggestion.value)(content.answers[question])) };
            return place && !marked && markable ? withMark(answered, { id: generateUuid(), questionId: question, fromMs: place.fromMs, toMs: place.toMs }) : answered;
        });
        suggestions.decide(question, 'accepted');
    };
    /** What keys do to the suggestion at the question where one is. */
    const decide = (act: (question: string) => void) => (): void => {
        const question = filling.current?.current();
        if (question && suggestions.of(question)?.decision === 'open') {
            act(question);
        }
    };
    usePageKeys([
        { keys: 'a', group: nls.localize('earshot/quality/evaluate/keys', 'Evaluation'), title: nls.localize('earshot/quality/phrases/accept-key', 'Accept the suggestion'), enabled: suggestions.open, run: decide(accept) },
        { keys: 'i', group: nls.localize('earshot/quality/evaluate/keys', 'Evaluation'), title: nls.localize('earshot/quality/phrases/ignore-key', 'Ignore the suggestion'), enabled: suggestions.open, run: decide(question => suggestions.decide(question, 'ignored')) }
    ]);
    const suggestionBelow = (id: string): React.ReactNode => {
        const suggestion = suggestions.of(id);
        const question = suggestion && allQuestions(names.form).find(each => each.question.id === id)?.question;
        return question && <SuggestionLine question={question} answer={content.answers[id]} suggestion={suggestion} onPlay={({ fromMs, toMs }) => player.current?.playRange([fromMs, toMs])}
            onAccept={() => accept(id)} onIgnore={() => suggestions.decide(id, 'ignored')} onReopen={() => suggestions.decide(id, 'open')} />;
    };
    const showTheirs = (): void => {
        const mine = session.state.get().content;
        session.handle({ type: 'show-theirs' });
        undo(nls.localize('earshot/quality/draft/shown-theirs', 'You see what was saved there. What you had written is put aside.'), () => session.handle({ type: 'restore', content: mine, at: Date.now() }));
    };
    const differences = React.useMemo(() => state.theirs ? answerChanges(names.form, state.theirs.content, content).length : 0, [state.theirs, content, names.form]);
    const leftText = (event: React.FocusEvent): void => {
        if ((event.target as HTMLElement).matches('textarea, input')) {
            session.handle({ type: 'flush' });
        }
    };
    return <EvaluationDesk evaluation={evaluation} back={back}
        status={<><TodayCount count={useToday(true)} /><SavedState state={state} /><EditorMenu evaluation={evaluation} back={back} content={() => session.state.get().content} /></>}
        notices={<>
            {evaluation.purpose === 'calibration' && <BlindBanner sessionId={evaluation.sessionId!} />}
            {evaluation.reason && <RevisionBanner reason={evaluation.reason} returned={evaluation.returnedReason} />}
            <AppealFloor percent={evaluation.notBelow} />
            <DraftNotices state={state} differences={differences} onTakeOver={() => session.handle({ type: 'take-over' })} onShowTheirs={showTheirs} />
        </>}
        written={isWritten(evaluation.interaction)} player={<EvaluationPlayer evaluation={evaluation} marks={marks} openMark={openMark} controllerRef={player} onMarkOpen={setOpenMark} onMarkRequest={() => filling.current?.mark()} />}
        aside={<div onBlur={leftText}>
            <TranscriptBeside recordingId={evaluation.interaction.recordingId} player={player} marks={content.evidence.length}>
                <MarkPane evidence={content.evidence} names={names} of={!markable ? 'nothing' : isWritten(evaluation.interaction) ? 'messages' : 'recording'} openMark={openMark} onPlay={play} onRemove={remove} onChange={(id, changes) => change(content => withMarkChanged(content, id, changes))} />
                <CallPane interaction={evaluation.interaction} />
            </TranscriptBeside>
        </div>}
        form={<div onBlur={leftText}>
            <FormFilling ref={filling} form={names.form} kinds={kinds} number={evaluation.form.number} answers={content.answers} evidence={content.evidence} rulings={evaluation.rulings} readOnly={submitting} renderBelow={suggestionBelow}
                onAnswer={(question, answer) => change(content => ({ ...content, answers: withAnswer(content.answers, question, answer) }))}
                onMark={markable ? question => mark(question, player.current?.markNow()) : undefined} onPlayEvidence={play} onRemoveEvidence={remove} />
        </div>}
        footer={<SubmitBar submitting={submitting} correction={evaluation.revises !== null} onSubmit={submit} />} />;
}

function useEnd(ending: Ending | null, onEnd: (ending: Ending) => void): void {
    const latest = React.useRef(onEnd);
    latest.current = onEnd;
    React.useEffect(() => {
        if (ending) {
            latest.current(ending);
        }
    }, [ending]);
}

function SubmitBar({ submitting, correction, onSubmit }: { readonly submitting: boolean; readonly correction: boolean; onSubmit(): void }): React.ReactElement {
    const { label } = useService(PageKeyService);
    return <>
        <span className='q-desk-keys q-quiet'><Keys>?</Keys> {nls.localize('earshot/quality/evaluate/all-keys', 'all keys')}</span>
        <Button variant='primary' icon='check' busy={submitting} onClick={onSubmit}>
            {correction ? nls.localize('earshot/quality/evaluate/submit-correction', 'Send for approval') : nls.localize('earshot/quality/evaluate/submit', 'Submit')}
        </Button>
        <Keys>{label('ctrlcmd+enter')}</Keys>
    </>;
}

const RevisionBanner = ({ reason, returned }: { readonly reason: string; readonly returned: string | null }): React.ReactElement => <>
    {returned && <Notice tone='caution' icon='reply'>{nls.localize('earshot/quality/correction/returned', 'It was returned to you: “{0}”', returned)}</Notice>}
    <p className='q-banner'>{nls.localize('earshot/quality/correction/banner', 'You correct a submitted evaluation: “{0}”. It counts when somebody else has approved it.', reason)}</p>
</>;
