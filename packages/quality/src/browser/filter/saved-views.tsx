import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePreference, useToast, useUndo } from '@earshot/core/lib/browser/application';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, Menu, type MenuItem, TextField } from '@earshot/core/lib/browser/widgets';
import { filtersOf, renamed, type SavedView, valuesOf, withoutView, withView } from './saved-view';

export interface SavedViewsProps {
    /** Names the preference: `calls`. */
    readonly list: string;
    readonly query: URLSearchParams;
    /** The query parameters that are filters. */
    readonly names: readonly string[];
    /** Views that everybody has. */
    readonly given: readonly SavedView[];
}

type Asking = { readonly for: 'save' } | { readonly for: 'rename'; readonly view: SavedView };

/** Filters under a name, kept for the person. */
export function SavedViews({ list, query, names, given }: SavedViewsProps): React.ReactElement {
    const [views, setViews] = usePreference<readonly SavedView[]>(`quality.views.${list}`, []);
    const [asking, setAsking] = React.useState<Asking>();
    const setQuery = useSetQuery();
    const undo = useUndo();
    const toast = useToast();
    const search = filtersOf(query, names);
    const current = [...views, ...given].find(each => each.search === search);
    const own = views.find(each => each.search === search);
    const show = (view: SavedView): MenuItem => ({ kind: 'radio', label: view.name, checked: view === current, run: () => setQuery(valuesOf(view, names)) });
    const remove = (view: SavedView): void => {
        setViews(withoutView(views, view.id));
        undo(nls.localize('earshot/quality/views/removed', 'View “{0}” removed.', view.name), () => setViews(views));
    };
    const items: MenuItem[] = [
        ...given.map(show),
        ...views.length ? [{ kind: 'separator' as const }, ...views.map(show)] : [],
        { kind: 'separator' },
        { label: nls.localize('earshot/quality/views/save', 'Save these filters as a view…'), icon: 'add', disabled: current !== undefined, run: () => setAsking({ for: 'save' }) },
        ...own ? [
            { label: nls.localize('earshot/quality/views/rename', 'Rename “{0}”…', own.name), icon: 'edit', run: () => setAsking({ for: 'rename', view: own }) },
            { label: nls.localize('earshot/quality/views/remove', 'Remove “{0}”', own.name), icon: 'trash', run: () => remove(own) }
        ] : []
    ];
    return <>
        <Menu label={nls.localize('earshot/quality/views/name', 'Views')} items={items}>
            <Button icon='list-filter'>{current?.name ?? nls.localize('earshot/quality/views/none', 'View')}</Button>
        </Menu>
        {asking && <NameDialog asking={asking} views={views} onClose={() => setAsking(undefined)} onName={name => {
            setViews(asking.for === 'save' ? withView(views, { id: generateUuid(), name, search }) : renamed(views, asking.view.id, name));
            if (asking.for === 'save') {
                toast(nls.localize('earshot/quality/views/saved', 'View “{0}” saved.', name), { tone: 'good' });
            } else {
                undo(nls.localize('earshot/quality/views/renamed', 'The view is called “{0}” now.', name), () => setViews(views));
            }
            setAsking(undefined);
        }} />}
    </>;
}

interface NameDialogProps { readonly asking: Asking; readonly views: readonly SavedView[]; onClose(): void; onName(name: string): void }

function NameDialog({ asking, views, onClose, onName }: NameDialogProps): React.ReactElement {
    const [name, setName] = React.useState(asking.for === 'rename' ? asking.view.name : '');
    const trimmed = name.trim();
    const replaces = views.some(each => each.name === trimmed && !(asking.for === 'rename' && each.id === asking.view.id));
    const clash = asking.for === 'rename' && replaces;
    return <Dialog size='small' onClose={onClose} onSubmit={() => { if (trimmed && !clash) { onName(trimmed); } }}
        title={asking.for === 'save' ? nls.localize('earshot/quality/views/save-title', 'Save as a view') : nls.localize('earshot/quality/views/rename-title', 'Rename the view')}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!trimmed || clash}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button></>}>
        <Field label={nls.localize('earshot/quality/views/field', 'Name of the view')} error={clash ? nls.localize('earshot/quality/views/taken', 'Another view has this name.') : undefined}
            help={asking.for === 'save' && replaces ? nls.localize('earshot/quality/views/replaces', 'The view of this name is replaced.') : undefined}>
            <TextField value={name} onChange={setName} maxLength={60} data-autofocus='' />
        </Field>
    </Dialog>;
}
