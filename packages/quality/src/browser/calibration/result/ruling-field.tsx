import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Field, TextArea } from '@earshot/core/lib/browser/widgets';
import type { QuestionResult } from '../../../common/calibration/calibration-contract';
import { qualityContract } from '../../../common/quality-contract';
import type { CalibrationSession } from '../use-calibrations';

/** The ruling on a question: from then on it stands beside the question wherever the form is filled in. */
export function RulingField({ session, question }: { readonly session: CalibrationSession; readonly question: QuestionResult }): React.ReactElement | null {
    const client = useClient(qualityContract);
    const mayLead = useSession().may('calibration:lead');
    const kept = question.ruling ?? '';
    const [text, setText] = React.useState(kept);
    const rule = (ruling: string): Promise<unknown> => client.calibrations.rule({ id: session.id, questionId: question.questionId, text: ruling });
    const change = useChange({
        run: rule, invalidates: [['calibration'], ['form']], undo: () => rule(kept).then(() => setText(kept)),
        done: (_, ruling) => ruling ? nls.localize('earshot/quality/ruling/done', 'The ruling stands beside the question from now on.') : nls.localize('earshot/quality/ruling/withdrawn', 'The ruling is withdrawn.')
    });
    const changed = text.trim() !== kept;
    useUnsaved(changed, nls.localize('earshot/quality/ruling/name', 'the ruling'), () => change.mutateAsync(text.trim()));
    if (!mayLead) {
        return kept ? <section className='q-panel-section'><h3>{nls.localize('earshot/quality/ruling/label', 'Ruling')}</h3><p className='q-ruling'>{kept}</p></section> : null;
    }
    return <form className='q-panel-section q-ruling-form' onSubmit={event => { event.preventDefault(); change.mutate(text.trim()); }}>
        <Field label={nls.localize('earshot/quality/ruling/label', 'Ruling')} help={nls.localize('earshot/quality/ruling/help', 'How this question is to be rated from now on. It stands beside the question wherever the form is filled in.')}>
            <TextArea value={text} onChange={setText} maxLength={4000} />
        </Field>
        <Button type='submit' small disabled={!changed} busy={change.isPending}>{nls.localize('earshot/quality/ruling/save', 'Save the ruling')}</Button>
    </form>;
}
