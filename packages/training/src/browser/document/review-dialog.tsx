import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { Field, RadioGroup } from '@earshot/core/lib/browser/widgets';
import { MinutesDialog } from '@earshot/writing/lib/browser/minutes/minutes-dialog';
import { type ReviewOutcome, reviewOutcomes } from '../../common/document/care-contract';
import { trainingContract } from '../../common/training-contract';
import { outcomeText } from './care-words';

interface Outcome { readonly outcome: ReviewOutcome | null }

/** The minutes of a review of a document, or of the catalogue. */
export function ReviewDialog({ documentId, onClose }: { /** Null for the catalogue as a whole. */ readonly documentId: string | null; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const { data: document } = useQuery({ queryKey: ['document', 'one', documentId], enabled: documentId !== null, queryFn: ({ signal }) => client.documents.get({ id: documentId! }, { signal }) });
    return <MinutesDialog<Outcome> title={documentId ? nls.localize('earshot/training/review/document', 'Review of “{0}”', document?.title ?? '…') : nls.localize('earshot/training/review/catalogue', 'Review of the catalogue')}
        draft={`training.minutes.${documentId ?? 'catalogue'}`} findings={[{ id: 'findings', label: nls.localize('earshot/training/review/findings', 'Findings') }]} extra={{ outcome: documentId ? 'keep' : null }} paths={['outcome']}
        fields={({ outcome }, set, problem) => documentId && <Field label={nls.localize('earshot/training/review/outcome', 'Outcome')} group error={problem('outcome')} help={nls.localize('earshot/training/review/outcome-help', 'Keeping it sets the day of its next review.')}>
            <RadioGroup value={outcome} onChange={next => set({ outcome: next })} options={reviewOutcomes.map(value => ({ value, label: outcomeText(value) }))} /></Field>}
        invalidates={[['document'], ['work']]} onClose={onClose}
        record={({ heldOn, scope, participantIds, actions, findings }, { outcome }) => client.documentReviews.add({ documentId, heldOn, scope, participantIds: [...participantIds], actions: [...actions], findings: findings.findings!, outcome })} />;
}
