import { markText as timeText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import type { RecordingMark } from '@earshot/media/lib/browser/player';
import { allQuestions } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Icon, Select, SidePanel } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult, QuestionResult } from '../../../common/calibration/calibration-contract';
import type { NamedForm } from '../../evaluation/use-evaluation';
import type { EvidencePlayer } from '../../conversation/conversation';
import { InteractionPlayer } from '../../conversation/interaction-player';
import type { CalibrationSession } from '../use-calibrations';
import { ConsensusField } from './consensus-field';
import { markOf } from './grid-rows';
import { initialsOf } from './initials';
import { RatingGlyph } from './rating-glyph';
import { ratingLabel } from './rating-label';
import { coefficientSentence, markText, sourceText } from './result-words';
import { RulingField } from './ruling-field';

export interface QuestionPanelProps {
    readonly session: CalibrationSession;
    readonly result: CalibrationResult;
    readonly question: QuestionResult;
    readonly names: NamedForm;
    /** Whose rating was pressed in the grid. */
    readonly raterId: string | null;
    /** The call that is looked at. */
    readonly callId: string;
    onCall(interactionId: string): void;
    onClose(): void;
}

/** One question of one call: everybody's rating, comment and evidence, to be listened to and decided about. */
export function QuestionPanel({ session, result, question, names, raterId, callId, onCall, onClose }: QuestionPanelProps): React.ReactElement | null {
    const mayListen = useSession().may('recording:listen');
    const player = React.useRef<EvidencePlayer>(null);
    const call = result.calls.find(each => each.interactionId === callId) ?? result.calls[0];
    const definition = allQuestions(names.form).find(each => each.question.id === question.questionId)?.question;
    const cells = React.useMemo(() => question.cells.filter(each => each.interactionId === call?.interactionId), [question, call]);
    const marks = React.useMemo(() => cells.flatMap(cell => cell.evidence.map(({ fromMs, toMs, note }, index): RecordingMark => {
        const name = result.raters.find(each => each.raterId === cell.raterId)?.name ?? '';
        return { id: `${cell.raterId}/${index}`, fromMs, toMs, note: note ?? undefined, label: initialsOf(name), title: name };
    })), [cells, result.raters]);
    if (!call || !definition) {
        return null;
    }
    const reference = question.reference.find(each => each.interactionId === call.interactionId);
    return <SidePanel title={names.nameOf(question.questionId)} onClose={onClose} subtitle={[question.exact, ...question.coefficients.filter(each => each.value !== null).slice(0, 1)].map(each => coefficientSentence(each, result.minimumUnits)).join('; ')}>
        {result.calls.length > 1 && <Select value={call.interactionId} onChange={onCall} aria-label={nls.localize('earshot/quality/panel/call', 'Call')} options={result.calls.map(each => ({ value: each.interactionId, label: each.callId }))} />}
        <InteractionPlayer key={call.interactionId} interaction={{ ...call, id: call.interactionId }} marks={marks} controllerRef={player} channelHeight={36} />
        <ul className='q-ratings' aria-label={nls.localize('earshot/quality/panel/ratings', 'Everybody’s rating')}>
            {result.raters.map(rater => {
                const cell = cells.find(each => each.raterId === rater.raterId);
                const kind = markOf(question, rater.raterId, call.interactionId);
                return <li key={rater.raterId} className='q-rating' aria-current={rater.raterId === raterId || undefined}>
                    <div className='q-rating-line'>
                        <RatingGlyph kind={kind} />
                        <span className='q-rating-who q-with-icon'>{rater.name}{rater.expert && <Icon name='mortar-board' label={nls.localize('earshot/quality/sheet/expert', 'Expert')} />}</span>
                        <strong>{ratingLabel(definition, cell?.rating ?? null, cell?.notApplicable ?? false)}</strong>
                        <span className='e-hidden'>{markText(kind)}</span>
                    </div>
                    {cell?.comment && <p className='q-answer-comment'>{cell.comment}</p>}
                    {cell && cell.evidence.length > 0 && <div className='q-rating-evidence'>{cell.evidence.map((each, index) =>
                        <button key={index} type='button' className='q-mark-time e-figures' disabled={!mayListen} onClick={() => player.current?.playRange([each.fromMs, each.toMs])}><Icon name='play' />{timeText(each)}{each.note && <span className='q-quiet'> {each.note}</span>}</button>)}</div>}
                </li>;
            })}
        </ul>
        <section className='q-panel-section'>
            <h3>{nls.localize('earshot/quality/panel/reference', 'Reference')}</h3>
            <p>{reference && reference.source !== 'none' ? <><strong>{ratingLabel(definition, reference.rating, reference.notApplicable)}</strong> <span className='q-quiet'>({sourceText(reference.source)})</span></> : <span className='q-quiet'>{sourceText('none')}</span>}</p>
            <ConsensusField session={session} question={definition} interactionId={call.interactionId} reference={reference} />
        </section>
        <RulingField session={session} question={question} />
        <section className='q-panel-section'>
            <h3>{nls.localize('earshot/quality/panel/figures', 'Figures over all calls')}</h3>
            <ul className='q-coefficients e-figures'>{[question.exact, ...question.coefficients].map(each => <li key={each.name}>{coefficientSentence(each, result.minimumUnits)}</li>)}</ul>
        </section>
    </SidePanel>;
}
