import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { useSetQuery } from '@earshot/core/lib/browser/navigation/hooks';
import type { PageProps } from '@earshot/core/lib/browser/navigation/page';
import { Button, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { type Form, type FormVersion, assessmentOperations } from '../../common/assessment-contract';
import { formText } from '../form-text';
import { FormVersionView } from './form-version-view';

/** The version to show where the address names none: the one to work on, else the one in force, else the latest. */
const firstVersion = (form: Form & { readonly versions: readonly Omit<FormVersion, 'definition'>[] }, mayWrite: boolean): string | undefined =>
    (mayWrite ? form.draft?.id : undefined) ?? form.published?.id ?? form.versions[0]?.id;

/** One form with its versions: edited, tried, compared and led through its states. */
export default function FormPage({ params, query }: PageProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const setQuery = useSetQuery();
    const { may } = useSession();
    const { describe } = useErrorText();
    const form = useQuery({ queryKey: ['form', 'one', params.id], queryFn: ({ signal }) => client.forms.get({ id: params.id! }, { signal }) });
    const wanted = query.get('version');
    const versionId = form.data && (form.data.versions.some(each => each.id === wanted) ? wanted! : firstVersion(form.data, may('form:write')));
    const version = useQuery({ queryKey: ['form', 'version', versionId], enabled: versionId !== undefined, queryFn: ({ signal }) => client.forms.version({ id: versionId! }, { signal }) });
    const begin = useChange({
        run: () => client.forms.newVersion({ id: params.id! }), invalidates: [['form']],
        then: made => setQuery({ version: made.id, view: 'edit' })
    });
    const back = { to: '/assessment/forms', label: nls.localize('earshot/assessment/forms/title', 'Forms') };
    const error = form.error ?? version.error;
    if (!form.data || !version.data) {
        return <Page title={nls.localize('earshot/assessment/form/title', 'Form')} back={back}>
            {error ? <Notice tone='critical' actions={<Button small onClick={() => void (form.error ? form.refetch() : version.refetch())}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>}>{describe(error)}</Notice> : <Skeleton lines={8} />}
        </Page>;
    }
    return <Page title={formText(form.data.title) || form.data.key} subtitle={form.data.key} back={back} actions={may('form:write') && !form.data.draft &&
        <Button icon='add' busy={begin.isPending} onClick={() => begin.mutate(undefined)}>{nls.localize('earshot/assessment/form/new-version', 'New version')}</Button>}>
        <FormVersionView key={version.data.id} form={form.data} version={version.data} view={query.get('view')} compareWith={query.get('with')} />
    </Page>;
}
