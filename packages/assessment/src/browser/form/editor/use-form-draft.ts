import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { Store, useStore } from '@earshot/core/lib/browser/application/store';
import { useUnsaved } from '@earshot/core/lib/browser/navigation/hooks';
import { type FormVersion, assessmentOperations } from '../../../common/assessment-contract';
import { storedForm } from '../../../common/form/stored-form';
import { FormDraft, type DraftState } from './form-draft';

const noDraft = new Store<Pick<DraftState, 'phase'>>({ phase: 'saved' });

/**
 * The draft of a version while it is edited here; undefined for what cannot be edited. It is made anew when somebody else has
 * changed the version and nothing of one's own is waiting. `reload` takes over what somebody else has saved.
 */
export function useFormDraft(version: FormVersion | undefined, editable: boolean): { readonly draft: FormDraft | undefined; reload(): void } {
    const client = useClient(assessmentOperations);
    const queries = useQueryClient();
    const [draft, setDraft] = React.useState<{ readonly of: string; readonly draft: FormDraft }>();
    const make = React.useCallback((from: FormVersion): void => setDraft({
        of: from.id, draft: new FormDraft({
            form: storedForm(from.definition), version: from.version, now: Date.now,
            save: async (form, seen) => (await client.forms.saveDraft({ id: from.id, version: seen, definition: { ...form } })).version
        })
    }), [client]);
    React.useEffect(() => {
        if (!version || !editable) {
            setDraft(undefined);
        } else if (draft?.of !== version.id || draft.draft.state.get().phase === 'saved' && version.version > draft.draft.savedVersion) {
            make(version);
        }
    }, [version, editable, draft, make]);
    React.useEffect(() => () => {
        void draft?.draft.flush().catch(() => { /* nobody is here any more to be told */ }).finally(() => draft.draft.dispose());
    }, [draft]);
    const current = draft && version && editable && draft.of === version.id ? draft.draft : undefined;
    const { phase } = useStore<Pick<DraftState, 'phase'>>((current?.state ?? noDraft) as Store<Pick<DraftState, 'phase'>>);
    useUnsaved(phase !== 'saved', nls.localize('earshot/assessment/saving/title', 'the form'), current?.flush);
    const id = version?.id;
    const reload = React.useCallback(() => {
        if (id) {
            void client.forms.version({ id }).then(make, () => { /* it was discarded: the page asks again and says so */ }).finally(() => queries.invalidateQueries({ queryKey: ['form'] }));
        }
    }, [id, client, make, queries]);
    return { draft: current, reload };
}
