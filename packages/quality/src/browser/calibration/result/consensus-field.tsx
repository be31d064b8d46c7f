import { controlOf } from '@earshot/assessment/lib/browser/filling/ratings';
import type { Question } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, Field, NumberField, Select } from '@earshot/core/lib/browser/widgets';
import type { QuestionResult } from '../../../common/calibration/calibration-contract';
import { qualityContract } from '../../../common/quality-contract';
import type { CalibrationSession } from '../use-calibrations';
import { choicesOf, ratingLabel } from './rating-label';

export interface ConsensusFieldProps {
    readonly session: CalibrationSession;
    readonly question: Question;
    readonly interactionId: string;
    readonly reference: QuestionResult['reference'][number] | undefined;
}

const notApplicable = 'not-applicable';

/** The rating that the panel agreed on in its discussion, as whoever leads the session writes it down. */
export function ConsensusField({ session, question, interactionId, reference }: ConsensusFieldProps): React.ReactElement | null {
    const client = useClient(qualityContract);
    const mayLead = useSession().may('calibration:lead');
    const agreed = reference?.source === 'consensus' ? reference : undefined;
    const [number, setNumber] = React.useState<number | null>(agreed?.rating ?? null);
    const settle = (rating: number | null): Promise<unknown> => client.calibrations.settle({ id: session.id, interactionId, questionId: question.id, rating });
    const change = useChange({
        run: settle, invalidates: [['calibration']], done: (_, rating) => nls.localize('earshot/quality/consensus/done', 'Agreed: {0}.', ratingLabel(question, rating, rating === null)),
        undo: () => agreed ? settle(agreed.rating) : client.calibrations.unsettle({ id: session.id, interactionId, questionId: question.id })
    });
    const withdraw = useChange({
        run: () => client.calibrations.unsettle({ id: session.id, interactionId, questionId: question.id }), invalidates: [['calibration']], then: () => setNumber(null),
        done: () => nls.localize('earshot/quality/consensus/withdrawn', 'What the panel agreed on is withdrawn.'), undo: agreed && (() => settle(agreed.rating))
    });
    if (!mayLead || session.state !== 'closed') {
        return null;
    }
    const choices = choicesOf(question);
    const withdrawing = agreed && <Button variant='quiet' small icon='discard' busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>{nls.localize('earshot/quality/consensus/withdraw', 'Withdraw')}</Button>;
    const label = nls.localize('earshot/quality/consensus/label', 'The panel agreed on');
    if (controlOf(question) !== 'ratings') {
        return <form className='q-consensus' onSubmit={event => { event.preventDefault(); if (number !== null) { change.mutate(number); } }}>
            <Field label={label}><NumberField value={number} onChange={setNumber} min={question.min} max={question.max} step={question.step} /></Field>
            <Button type='submit' disabled={number === null} busy={change.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button>
            {withdrawing}
        </form>;
    }
    return <div className='q-consensus'><Field label={label} help={nls.localize('earshot/quality/consensus/help', 'From then on everybody’s rating is held against it.')}>
        <Select value={agreed ? agreed.notApplicable ? notApplicable : String(agreed.rating) : null} disabled={change.isPending} placeholder={nls.localize('earshot/quality/consensus/open', 'Nothing yet')}
            onChange={value => change.mutate(value === notApplicable ? null : Number(value))}
            options={[...choices.map(each => ({ value: String(each.rating), label: each.label })), ...question.notApplicable ? [{ value: notApplicable, label: nls.localize('earshot/quality/rating/not-applicable', 'Not applicable') }] : []]} />
    </Field>{withdrawing}</div>;
}
