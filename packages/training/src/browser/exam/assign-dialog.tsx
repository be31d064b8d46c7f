import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, DateField, Dialog, Field, formatList, FormErrors, useProblems } from '@earshot/core/lib/browser/widgets';
import { trainingContract } from '../../common/training-contract';
import { endOfDay } from './end-of-day';
import { idsOf, isNobody, nobody, PeopleChoice } from './people-choice';

/** Gives an exam to people, teams and positions, until a day. */
export function AssignDialog({ examId, onClose }: { readonly examId: string; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [chosen, setChosen] = React.useState(nobody);
    const [until, setUntil] = React.useState<string | null>(null);
    const assign = useChange({
        run: () => client.exams.assign({ id: examId, ...idsOf(chosen), closesAt: until && endOfDay(until) }),
        invalidates: [['exam'], ['work']], failures: 'form', done: ({ assigned, leftOut }) => leftOut.length === 0 ? nls.localize('earshot/training/assign/done', 'Assigned to people: {0}. They are told.', assigned)
            : nls.localize('earshot/training/assign/done-but', 'Assigned to people: {0}. Left out, because they may see the answers: {1}.', assigned, formatList(leftOut)), then: onClose
    });
    const problemOf = useProblems(assign.error);
    return <Dialog title={nls.localize('earshot/training/assign/title', 'Assign this exam')} onClose={onClose} onSubmit={() => assign.mutate(undefined)} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={isNobody(chosen)} busy={assign.isPending}>{nls.localize('earshot/training/exam/assign', 'Assign')}</Button></>}>
        <FormErrors error={assign.error} fields={['closesAt']} />
        <PeopleChoice chosen={chosen} onChange={setChosen} />
        <Field label={nls.localize('earshot/training/assign/until', 'To be passed until the end of')} help={nls.localize('earshot/training/assign/until-help', 'Without a day it stays open.')} error={problemOf('closesAt')}><DateField value={until} onChange={setUntil} /></Field>
    </Dialog>;
}
