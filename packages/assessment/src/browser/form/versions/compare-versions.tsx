import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import type { FormDefinition, QuestionKinds } from '@earshot/forms';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { useSetQuery } from '@earshot/core/lib/browser/navigation/hooks';
import { EmptyState, Field, Notice, Select, Skeleton } from '@earshot/core/lib/browser/widgets';
import { type Form, type FormVersion, assessmentOperations } from '../../../common/assessment-contract';
import { storedForm } from '../../../common/form/stored-form';
import { stateText, versionText } from '../words/state-text';
import { FormDifferences } from './form-differences';

export interface CompareVersionsProps {
    readonly form: Form & { readonly versions: readonly Omit<FormVersion, 'definition'>[] };
    readonly version: Pick<FormVersion, 'id' | 'number'>;
    readonly definition: FormDefinition;
    readonly kinds: QuestionKinds;
    readonly compareWith: string | null;
}

/** This version beside another one: the published one, or the one before. */
export function CompareVersions({ form, version, definition, kinds, compareWith }: CompareVersionsProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const setQuery = useSetQuery();
    const { describe } = useErrorText();
    const others = form.versions.filter(each => each.id !== version.id);
    const chosen = others.find(each => each.id === compareWith) ?? others.find(each => each.state === 'published' && each.number < version.number) ?? others.find(each => each.number < version.number) ?? others[0];
    const other = useQuery({ queryKey: ['form', 'version', chosen?.id], enabled: chosen !== undefined, queryFn: ({ signal }) => client.forms.version({ id: chosen!.id }, { signal }) });
    const otherForm = React.useMemo(() => other.data && storedForm(other.data.definition), [other.data]);
    if (!chosen) {
        return <EmptyState icon='versions' title={nls.localize('earshot/assessment/difference/only-one', 'There is only this version yet.')} />;
    }
    const sides = [{ number: chosen.number, form: otherForm }, { number: version.number, form: definition }].sort((one, two) => one.number - two.number);
    return <div className='a-compare'>
        <Field label={nls.localize('earshot/assessment/difference/with', 'Compare with')}>
            <Select value={chosen.id} options={others.map(each => ({ value: each.id, label: `${versionText(each.number)} – ${stateText(each.state)}` }))} onChange={id => setQuery({ with: id })} />
        </Field>
        {other.error ? <Notice tone='critical'>{describe(other.error)}</Notice> : !otherForm ? <Skeleton lines={6} />
            : <FormDifferences kinds={kinds} before={{ number: sides[0]!.number, form: sides[0]!.form! }} after={{ number: sides[1]!.number, form: sides[1]!.form! }} />}
    </div>;
}
