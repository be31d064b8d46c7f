import { id, moment, operation, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import { attendedMarks } from '../session/attendance';
import { attemptStates } from '../attempt/attempt-state';
import { certificate } from '../certificate/certificate-contract';

const text = z.string();
/** Everything that somebody has learnt and shown, each list the latest first; null for what the reader may not see of this person. */
export const transcript = z.object({
    personId: id, personName: text, employeeNumber: text.nullable(), positionName: text.nullable(), teamName: text.nullable(), joinedOn: text.nullable(), houseName: text.nullable(), at: moment,
    certificates: z.array(certificate),
    /** Results are there when the trainee has been told of them. */
    exams: z.array(z.object({ id, title: text, /** Of the version that was sat. */ version: z.number(), attempt: z.number(), state: z.enum(attemptStates), at: moment, percent: z.number().nullable(), passed: z.boolean().nullable() })).nullable(),
    acknowledgements: z.array(z.object({ versionId: id, documentId: id, title: text, number: text, hash: text, at: moment })).nullable(),
    /** Sessions of courses that they attended. */
    trainings: z.array(z.object({ id, title: text, trainerName: text, mark: z.enum(attendedMarks), at: moment })).nullable(),
    supervisedCalls: z.array(z.object({ id, percent: z.number(), byName: text, at: moment })),
    signOffs: z.array(z.object({ id, byName: text, at: moment }))
});
export type Transcript = z.infer<typeof transcript>;

export const transcriptOperations = {
    get: operation('certification:read').route(route('GET', '/people/{id}/transcript', 'What somebody has learnt and shown: certificates, exams, trainings, documents, supervised calls and sign-offs, the latest first')).input(z.object({ id })).output(transcript)
};
