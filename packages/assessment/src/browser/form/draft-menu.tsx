import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormDefinition, type FormProblem, importForm } from '@earshot/forms';
import { useChange, useClient, useToast, useUndo } from '@earshot/core/lib/browser/application';
import { useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation/hooks';
import { Button, Dialog, IconButton, Menu, type MenuItem } from '@earshot/core/lib/browser/widgets';
import { type Form, type FormVersion, assessmentOperations } from '../../common/assessment-contract';
import type { FormDraft } from './editor/form-draft';
import { anyFormProblemText } from './words/form-problem-text';
import { versionText } from './words/state-text';

export interface DraftMenuProps {
    readonly form: Form & { readonly versions: readonly Omit<FormVersion, 'definition'>[] };
    readonly version: FormVersion;
    readonly draft: FormDraft | undefined;
    onExport(): void;
}

/** What is done with a version less often: files, and throwing a draft away. */
export function DraftMenu({ form, version, draft, onExport }: DraftMenuProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const toast = useToast();
    const offerUndo = useUndo();
    const input = React.useRef<HTMLInputElement>(null);
    const [problems, setProblems] = React.useState<readonly FormProblem[]>();
    const [discarding, setDiscarding] = React.useState(false);
    const discard = useChange({
        run: () => client.forms.discard({ id: version.id }), invalidates: [['form']],
        done: () => nls.localize('earshot/assessment/discard/done', 'The draft of version {0} is discarded.', version.number),
        then: () => {
            setDiscarding(false);
            if (form.versions.length > 1) {
                setQuery({ version: null, view: null });
            } else {
                void navigate('/assessment/forms', { replace: true });
            }
        }
    });
    const takeBack = (loaded: FormDefinition): void => {
        if (!draft?.takeBack(loaded)) {
            toast(nls.localize('earshot/assessment/import/changed-since', 'The form was changed since. Take your steps back one by one with Ctrl+Z.'), { tone: 'caution' });
        }
    };
    const load = async (file: File | undefined): Promise<void> => {
        if (!file || !draft) {
            return;
        }
        const read = importForm(await file.text());
        if (read.form) {
            draft.change(read.form);
            offerUndo(nls.localize('earshot/assessment/import/done', 'The draft was replaced by “{0}”.', file.name), () => takeBack(read.form!));
        } else {
            setProblems(read.problems);
        }
    };
    const items: readonly MenuItem[] = [
        { label: nls.localize('earshot/assessment/export/title', 'Export as a file'), icon: 'export', run: onExport },
        ...draft ? [
            { label: nls.localize('earshot/assessment/import/title', 'Replace by a file…'), icon: 'folder-opened', run: () => input.current?.click() },
            { kind: 'separator' } as const,
            { label: nls.localize('earshot/assessment/discard/title', 'Discard the draft…'), icon: 'trash', danger: true, run: () => setDiscarding(true) }
        ] : []
    ];
    return <>
        <Menu items={items} label={nls.localize('earshot/assessment/form/more', 'More')} alignment='end'><IconButton icon='ellipsis' label={nls.localize('earshot/assessment/form/more', 'More')} /></Menu>
        <input ref={input} type='file' accept='.json,application/json' hidden aria-label={nls.localize('earshot/assessment/import/title', 'Replace by a file…')} onChange={event => {
            void load(event.target.files?.[0]);
            event.target.value = '';
        }} />
        {problems && <Dialog title={nls.localize('earshot/assessment/import/refused', 'This file cannot be read as a form')} onClose={() => setProblems(undefined)} footer={<Button onClick={() => setProblems(undefined)}>{nls.localize('earshot/core/actions/close', 'Close')}</Button>}>
            <ul>{problems.slice(0, 20).map((each, index) => <li key={index}>{anyFormProblemText(each.code, each.parameters)} {each.path && <code>{each.path}</code>}</li>)}</ul>
        </Dialog>}
        {discarding && <Dialog title={nls.localize('earshot/assessment/discard/question', 'Discard the draft of {0}?', versionText(version.number))} size='small' onClose={() => setDiscarding(false)} onSubmit={() => discard.mutate(undefined)} footer={<>
            <Button onClick={() => setDiscarding(false)}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
            <Button variant='danger' type='submit' busy={discard.isPending}>{nls.localize('earshot/assessment/discard/confirm', 'Discard')}</Button>
        </>}><p>{form.versions.length > 1 ? nls.localize('earshot/assessment/discard/version', 'The other versions stay. The draft cannot be brought back.') : nls.localize('earshot/assessment/discard/form', 'It is the only version, so the form goes with it. It cannot be brought back.')}</p></Dialog>}
    </>;
}
