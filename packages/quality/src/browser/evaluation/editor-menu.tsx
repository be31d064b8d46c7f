import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { IconButton, Menu } from '@earshot/core/lib/browser/widgets';
import type { Client } from '@earshot/core/lib/common/api/client';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';

export interface EditorMenuProps {
    readonly evaluation: Evaluation;
    readonly back: { readonly to: string };
    /** What is on the screen now. */
    content(): FilledContent;
}

/** What is rarely done to a draft. Discarding leaves the page; undoing it makes a new draft of the same and comes back. */
export function EditorMenu({ evaluation, back, content }: EditorMenuProps): React.ReactElement | null {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const discard = useChange({
        run: async () => {
            const kept = content();
            await client.evaluations.discard({ id: evaluation.id });
            return kept;
        },
        invalidates: [['evaluation', 'list'], ['interaction'], ['calibration']], done: () => nls.localize('earshot/quality/evaluate/discarded', 'The draft is discarded.'),
        undo: async kept => {
            const id = await beginAgain(client, evaluation);
            const { version } = await client.evaluations.get({ id });
            await client.evaluations.save({ id, version, answers: kept.answers, evidence: [...kept.evidence] });
            await navigate(`/quality/evaluations/${id}`);
        },
        then: () => void navigate(back.to)
    });
    return evaluation.may.includes('discard') ? <Menu alignment='end' label={nls.localize('earshot/quality/evaluate/more', 'More')} items={[
        { label: nls.localize('earshot/quality/evaluate/discard', 'Discard this draft'), icon: 'trash', danger: true, run: () => discard.mutate(undefined) }
    ]}><IconButton icon='ellipsis' label={nls.localize('earshot/quality/evaluate/more', 'More')} /></Menu> : null;
}

/** A new draft of the same kind: monitoring, correction, or blind. @returns its id. */
async function beginAgain(client: Client<typeof qualityContract>, { interactionId, formId, revises, reason, sessionId }: Evaluation): Promise<string> {
    if (sessionId) {
        return (await client.calibrations.score({ id: sessionId, interactionId })).evaluationId;
    }
    return (await (revises ? client.evaluations.revise({ id: revises, reason: reason ?? '' }) : client.evaluations.begin({ interactionId, formId }))).id;
}
