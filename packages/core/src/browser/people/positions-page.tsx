import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Position } from '../../common/people/people-contract';
import { useChange } from '../application/change';
import { useClient, useSession } from '../application/context';
import { useDraft } from '../application/draft';
import { usePageKeys } from '../keyboard/use-page-keys';
import { Link, useNavigate, useUnsaved } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { DataTable, type Column, type Sort } from '../widgets/data-table';
import { Dialog } from '../widgets/dialog';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { compareTexts } from '../widgets/format';
import { EmptyState } from '../widgets/notice';
import { Page } from '../widgets/page';
import { Beside, SidePanel } from '../widgets/side-panel';
import { TextField } from '../widgets/text-field';
import { countOfPeople } from './lookups';

const columns = (): readonly Column<Position>[] => [
    { id: 'code', title: nls.localize('earshot/core/positions/code', 'Code'), value: each => each.code, width: 120, grow: 0, fixed: true, sortable: true },
    { id: 'name', title: nls.localize('earshot/core/positions/name', 'Name'), value: each => each.name, width: 200, fixed: true, sortable: true },
    { id: 'people', title: nls.localize('earshot/core/positions/people', 'People'), value: each => each.people, width: 100, grow: 0, numeric: true, sortable: true }
];

const sorted = (positions: readonly Position[], { column, descending }: Sort): readonly Position[] => {
    const compare = (one: Position, other: Position): number => column === 'people' ? one.people - other.people : column === 'name' ? compareTexts(one.name, other.name) : compareTexts(one.code, other.code);
    return [...positions].sort((one, other) => descending ? compare(other, one) : compare(one, other));
};

/** What people are employed as. */
export default function PositionsPage({ params }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const { may } = useSession();
    const navigate = useNavigate();
    const [sort, setSort] = React.useState<Sort>({ column: 'code', descending: false });
    const [adding, setAdding] = React.useState(false);
    const { data, error, refetch } = useQuery({ queryKey: ['position'], queryFn: ({ signal }) => client.people.positions(undefined, { signal }) });
    const rows = React.useMemo(() => data && sorted(data, sort), [data, sort]);
    const selected = data?.find(each => each.id === params.id);
    const mayChange = may('team:write');
    usePageKeys(mayChange ? [{ keys: 'n', title: nls.localize('earshot/core/positions/add', 'Add a position'), run: () => setAdding(true) }] : []);
    const addButton = mayChange && <Button variant='primary' icon='add' onClick={() => setAdding(true)}>{nls.localize('earshot/core/positions/add', 'Add a position')}</Button>;
    return <Page title={nls.localize('earshot/core/positions/title', 'Positions')} actions={addButton}>
        <Beside panel={selected && <PositionPanel key={`${selected.id} ${selected.version}`} position={selected} mayChange={mayChange} onClose={() => void navigate('/people/positions')} />}>
            <DataTable name='core.positions' label={nls.localize('earshot/core/positions/title', 'Positions')} columns={columns()} rows={rows} keyOf={each => each.id} openKey={params.id} sort={sort} onSort={setSort}
                onOpen={each => void navigate(`/people/positions/${each.id}`)} error={error} onRetry={() => void refetch()}
                empty={<EmptyState icon='briefcase' title={nls.localize('earshot/core/positions/none', 'There are no positions yet.')} action={addButton}><p>{nls.localize('earshot/core/positions/none-hint', 'A position says what somebody is employed as, and later which training they need.')}</p></EmptyState>} />
        </Beside>
        {adding && <AddPosition onClose={() => setAdding(false)} onAdded={id => { setAdding(false); void navigate(`/people/positions/${id}`); }} />}
    </Page>;
}

interface PositionDraft { readonly code: string; readonly name: string }

function PositionFields({ draft, onChange, error, disabled }: { readonly draft: PositionDraft; onChange(draft: PositionDraft): void; readonly error: unknown; readonly disabled?: boolean }): React.ReactElement {
    const problem = useProblems(error);
    return <div className='e-form'>
        <FormErrors error={error} fields={['code', 'name']} />
        <Field label={nls.localize('earshot/core/positions/code', 'Code')} required error={problem('code')} help={nls.localize('earshot/core/positions/code-help', 'Short, as in the staffing plan: CSR10')}><TextField value={draft.code} onChange={code => onChange({ ...draft, code })} disabled={disabled} spellCheck={false} /></Field>
        <Field label={nls.localize('earshot/core/positions/name', 'Name')} required error={problem('name')}><TextField value={draft.name} onChange={name => onChange({ ...draft, name })} disabled={disabled} /></Field>
    </div>;
}

function PositionPanel({ position, mayChange, onClose }: { readonly position: Position; readonly mayChange: boolean; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const [draft, setDraft] = React.useState<PositionDraft>(position);
    const dirty = draft.code !== position.code || draft.name !== position.name;
    const save = useChange({
        run: () => client.people.changePosition({ id: position.id, version: position.version, code: draft.code, name: draft.name }), invalidates: [['position'], ['person']], failures: 'form',
        done: () => nls.localize('earshot/core/people/saved', 'Saved.')
    });
    const remove = useChange({
        run: () => client.people.removePosition({ id: position.id }), invalidates: [['position']], done: () => nls.localize('earshot/core/positions/removed', '{0} removed.', position.name),
        undo: () => client.people.addPosition({ code: position.code, name: position.name }), then: onClose
    });
    useUnsaved(dirty && mayChange, position.name, () => save.mutateAsync(undefined));
    return <SidePanel title={position.name} onClose={onClose} subtitle={<Link to={`/people?position=${position.id}`}>{countOfPeople(position.people)}</Link>}
        footer={mayChange && <>
            {position.people === 0 && !dirty && <Button variant='danger' icon='trash' busy={remove.isPending} onClick={() => remove.mutate(undefined)}>{nls.localize('earshot/core/actions/remove', 'Remove')}</Button>}
            {dirty && <Button onClick={() => setDraft(position)}>{nls.localize('earshot/core/actions/discard', 'Discard')}</Button>}
            <Button variant='primary' disabled={!dirty} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/core/actions/save', 'Save')}</Button>
        </>}>
        <PositionFields draft={draft} onChange={setDraft} error={save.error} disabled={!mayChange} />
    </SidePanel>;
}

function AddPosition({ onClose, onAdded }: { onClose(): void; onAdded(id: string): void }): React.ReactElement {
    const client = useClient(coreContract);
    const [draft, setDraft, forget] = useDraft<PositionDraft>('core.position', { code: '', name: '' });
    const add = useChange({ run: () => client.people.addPosition(draft), invalidates: [['position']], failures: 'form', then: position => { forget(); onAdded(position.id); } });
    return <Dialog size='small' title={nls.localize('earshot/core/positions/add', 'Add a position')} onClose={onClose} onSubmit={() => add.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={add.isPending}>{nls.localize('earshot/core/actions/add', 'Add')}</Button>
    </>}><PositionFields draft={draft} onChange={setDraft} error={add.error} /></Dialog>;
}
