import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, FormErrors } from '@earshot/core/lib/browser/widgets';
import type { Exam } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';

/** Asks before an exam is taken out of use: whoever has it still to sit cannot any more. */
export function RetireDialog({ exam: { id, version, title }, onClose }: { readonly exam: Pick<Exam, 'id' | 'version' | 'title'>; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const retire = useChange({ run: () => client.exams.retire({ id, version }), invalidates: [['exam'], ['work']], failures: 'form', done: () => nls.localize('earshot/training/exam/retired', 'Retired.'), then: onClose });
    const submit = (): void => retire.mutate(undefined);
    return <Dialog title={nls.localize('earshot/training/exam/retire-title', 'Retire “{0}”', title)} onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button><Button variant='danger' busy={retire.isPending} onClick={submit}>{nls.localize('earshot/training/exam/retire', 'Retire')}</Button></>}>
        <FormErrors error={retire.error} />
        <p>{nls.localize('earshot/training/exam/retire-help', 'Nobody begins it any more, whoever has it still to sit included. Attempts that run, and results, stay.')}</p>
    </Dialog>;
}
