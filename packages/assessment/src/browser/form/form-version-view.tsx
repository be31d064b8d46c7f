import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDeferredValue } from '@theia/core/shared/react';
import { type FormVersionAction, validateForm } from '@earshot/forms';
import { useChange, useClient, useService, useSession } from '@earshot/core/lib/browser/application';
import { Store, useStore } from '@earshot/core/lib/browser/application/store';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard/use-page-keys';
import { useSetQuery } from '@earshot/core/lib/browser/navigation/hooks';
import { Tabs, download } from '@earshot/core/lib/browser/widgets';
import { type Form, type FormVersion, type Ruling, assessmentOperations } from '../../common/assessment-contract';
import { FormKinds } from '../../common/form/form-kinds';
import { storedForm } from '../../common/form/stored-form';
import { FormBuilder } from './builder/form-builder';
import type { DraftState } from './editor/form-draft';
import { useFormDraft } from './editor/use-form-draft';
import { DraftMenu } from './draft-menu';
import { FormReplayView } from './replay/form-replay-view';
import { FormTranslations } from './translations/form-translations';
import { PublishDialog } from './publish-dialog';
import { StateBar } from './state-bar';
import { CompareVersions } from './versions/compare-versions';
import { FormPreview } from './versions/form-preview';
import { VersionList } from './versions/version-list';
import { actedText } from './words/state-text';

const views = ['edit', 'preview', 'translations', 'differences', 'replay', 'versions'] as const;
type View = typeof views[number];
const viewText = (view: View): string => {
    switch (view) {
        case 'edit': return nls.localize('earshot/assessment/view/edit', 'Build');
        case 'preview': return nls.localize('earshot/assessment/view/preview', 'Preview');
        case 'translations': return nls.localize('earshot/assessment/translations/title', 'Translations');
        case 'replay': return nls.localize('earshot/assessment/view/replay', 'Replay');
        case 'differences': return nls.localize('earshot/assessment/view/differences', 'Differences');
        case 'versions': return nls.localize('earshot/assessment/view/versions', 'Versions');
    }
};
/** What takes a step back. Putting a version in force retires another one: that is asked before instead. */
const back: Partial<Record<FormVersionAction, FormVersionAction>> = { submit: 'withdraw', withdraw: 'submit', return: 'submit', retire: 'reinstate' };
const nothing = new Store<Pick<DraftState, 'form'> | undefined>(undefined);

export interface FormVersionViewProps {
    readonly form: Form & { readonly versions: readonly Omit<FormVersion, 'definition'>[] };
    readonly version: FormVersion & { readonly rulings: readonly Ruling[] };
    readonly view: string | null;
    /** The version to compare with, by its id. */
    readonly compareWith: string | null;
}

/** One version of a form: its bar of state and next step, and its four views. */
export function FormVersionView({ form, version, view, compareWith }: FormVersionViewProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const kinds = useService<FormKinds>(FormKinds);
    const setQuery = useSetQuery();
    const { may } = useSession();
    const [publishing, setPublishing] = React.useState<FormVersionAction>();
    /** How often somebody wanted to submit a draft with errors: then they are all said. */
    const [asked, setAsked] = React.useState(0);
    const editable = version.state === 'draft' && may('form:write');
    const { draft, reload } = useFormDraft(version, editable);
    const stored = React.useMemo(() => storedForm(version.definition), [version.definition]);
    const edited = useStore<Pick<DraftState, 'form'> | undefined>((draft?.state ?? nothing) as Store<Pick<DraftState, 'form'> | undefined>);
    const definition = edited?.form ?? stored;
    const settled = useDeferredValue(definition);
    const errors = React.useMemo(() => validateForm(settled, kinds).filter(each => each.severity === 'error').length, [settled, kinds]);

    const run = async (action: FormVersionAction) => client.forms.act({ id: version.id, version: draft ? await draft.flush() : version.version, action });
    const act = useChange({
        run, invalidates: [['form']], done: (acted, action) => actedText(action, acted.number),
        undo: (acted, action) => client.forms.act({ id: acted.id, version: acted.version, action: back[action] ?? action })
    });
    const publish = useChange({ run, invalidates: [['form']], done: (acted, action) => actedText(action, acted.number), then: () => setPublishing(undefined) });
    const exportVersion = useChange({
        run: async (exported: Pick<FormVersion, 'id' | 'number'>) => {
            await draft?.flush();
            const file = await client.forms.exportFile({ id: exported.id });
            download(`${form.key}-${exported.number}.json`, JSON.stringify(file, null, 2), 'application/json');
        }
    });
    usePageKeys(draft ? [{ keys: 'ctrlcmd+s', title: nls.localize('earshot/assessment/saving/now', 'Save now'), run: () => void draft.flush().catch(() => { /* said in the bar */ }) }] : []);
    const offered = views.filter(each => each === 'edit' ? draft !== undefined : each === 'preview' ? !draft : each === 'replay' ? may('form:write') : each !== 'translations' || definition.languages.length > 1);
    const shown = offered.find(each => each === view) ?? offered[0]!;
    return <div className='a-form-page'>
        <StateBar version={version} draft={draft} busy={act.isPending || publish.isPending} errors={version.state === 'draft' || version.state === 'in-review' ? errors : 0} onReload={reload}
            onAct={action => {
                if (draft && errors > 0) {
                    setAsked(count => count + 1);
                    setQuery({ view: 'edit' });
                } else if (back[action]) {
                    act.mutate(action);
                } else {
                    setPublishing(action);
                }
            }}>
            <DraftMenu form={form} version={version} draft={draft} onExport={() => exportVersion.mutate(version)} />
        </StateBar>
        <Tabs label={nls.localize('earshot/assessment/form/views', 'Views of the version')} tabs={offered.map(id => ({ id, label: viewText(id), ...id === 'versions' && { count: form.versions.length } }))}
            value={shown} onChange={next => setQuery({ view: next })}>
            {shown === 'edit' && draft && <FormBuilder draft={draft} kinds={kinds} asked={asked} />}
            {shown === 'preview' && <FormPreview form={definition} number={version.number} rulings={version.rulings} kinds={kinds} />}
            {shown === 'translations' && <FormTranslations form={definition} onChange={draft?.change} />}
            {shown === 'replay' && <FormReplayView key={version.id} versionId={version.id} revision={version.version} number={version.number} form={definition} draft={draft} />}
            {shown === 'differences' && <CompareVersions form={form} version={version} definition={definition} kinds={kinds} compareWith={compareWith} />}
            {shown === 'versions' && <VersionList versions={form.versions} openId={version.id} onOpen={each => setQuery({ version: each.id, view: null, with: null })} onExport={each => exportVersion.mutate(each)} />}
        </Tabs>
        {publishing && <PublishDialog form={definition} number={version.number} published={form.published} kinds={kinds} busy={publish.isPending} onPublish={() => publish.mutate(publishing)} onClose={() => setPublishing(undefined)} />}
    </div>;
}
