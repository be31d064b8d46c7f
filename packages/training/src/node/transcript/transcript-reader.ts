import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type RawBuilder, sql } from 'kysely';
import { attendedMarks } from '../../common/session/attendance';
import { versionNumberText } from '../../common/document/version-number';
import type { Transcript } from '../../common/transcript/transcript-contract';
import { CertificateService } from '../certificate/certificate-service';
import { seenPeople } from '../certification/judge-people';
import { seenReaders } from '../document/document-query';
import { seenParticipants } from '../session/session-query';
import { documentReach } from '../document/reach';
import type { TrainingTables } from '../training-tables';

type Caller = Principal & { readonly personId: string };
/** Of each list: what is older is found where it was made. */
const longest = 500;
const everything = sql<boolean>`true`;

/** What somebody has learnt and shown, put together from where it was written down. */
@injectable()
export class TranscriptReader {
    constructor(@inject(Database) private readonly database: Database, @inject(CertificateService) private readonly certificates: CertificateService) { }

    /** Of people who have left as well. @throws NOT_FOUND outside the caller's reach */
    async of(principal: Caller, id: string, now = new Date()): Promise<Transcript> {
        const person = orNotFound(await this.database.read<TrainingTables>().selectFrom('core.person as person').leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id')
            .select(['person.id', 'person.name', 'person.employee_number', 'person.joined_on', 'team.name as team_name', 'position.name as position_name']).where('person.id', '=', id).where(seenPeople(principal)).executeTakeFirst());
        const [houseName, certificates, exams, acknowledgements, trainings, supervisedCalls, signOffs] = await Promise.all([
            this.certificates.house(), this.certificates.list(principal, { personId: id, limit: longest }, now), this.exams(principal, id), this.acknowledgements(principal, id), this.trainings(principal, id), this.supervisedCalls(id), this.signOffs(id)
        ]);
        return {
            personId: id, personName: person.name, employeeNumber: person.employee_number, positionName: person.position_name, teamName: person.team_name, joinedOn: person.joined_on, houseName, at: now.toISOString(),
            certificates: certificates.rows, exams, acknowledgements, trainings, supervisedCalls, signOffs
        };
    }

    private async exams(principal: Caller, id: string): Promise<Transcript['exams']> {
        if (principal.personId !== id && !principal.permissions.has('exam-result:read')) {
            return null;
        }
        const seen = principal.personId === id ? everything : withinScope(principal, 'exam-result:read', { owners: ['attempt.person_id'], team: 'person.team_id' });
        const found = await this.database.read<TrainingTables>().selectFrom('training.attempt as attempt').innerJoin('training.exam_version as version', 'version.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
            .select(['attempt.id', 'attempt.number', 'attempt.state', 'attempt.started_at', 'attempt.submitted_at', 'attempt.percent', 'attempt.passed', 'version.title', 'version.number as version']).where('attempt.person_id', '=', id).where(seen)
            .orderBy('attempt.started_at', 'desc').orderBy('attempt.id', 'desc').limit(longest).execute();
        return found.map(each => ({
            id: each.id, title: each.title, version: each.version, attempt: each.number, state: each.state, at: (each.submitted_at ?? each.started_at).toISOString(),
            percent: each.state === 'released' ? each.percent : null, passed: each.state === 'released' ? each.passed : null
        }));
    }

    private async acknowledgements(principal: Caller, id: string): Promise<Transcript['acknowledgements']> {
        const own = principal.personId === id;
        if (!own && !(principal.permissions.has('acknowledgement:read') && principal.permissions.has('document:read'))) {
            return null;
        }
        // what somebody has acknowledged stays theirs to see; others see it of documents that they may know of
        const seen: RawBuilder<boolean> = own ? everything : sql<boolean>`(${seenReaders(principal)} and ${documentReach(principal).document})`;
        const found = await this.database.read<TrainingTables>().selectFrom('training.acknowledgement as given').innerJoin('training.document as document', 'document.id', 'given.document_id').innerJoin('core.person as person', 'person.id', 'given.person_id')
            .select(['given.version_id', 'given.document_id', 'given.major', 'given.minor', 'given.hash', 'given.at', 'document.title']).where('given.person_id', '=', id).where(seen)
            .orderBy('given.at', 'desc').orderBy('given.version_id').limit(longest).execute();
        return found.map(each => ({ versionId: each.version_id, documentId: each.document_id, title: each.title, number: versionNumberText(each), hash: each.hash, at: each.at.toISOString() }));
    }

    private async trainings(principal: Caller, id: string): Promise<Transcript['trainings']> {
        if (principal.personId !== id && !principal.permissions.has('training-plan:read')) {
            return null;
        }
        const found = await this.database.read<TrainingTables>().selectFrom('training.session_participant as participant').innerJoin('training.course_session as session', 'session.id', 'participant.session_id').innerJoin('training.course as course', 'course.id', 'session.course_id')
            .innerJoin('core.person as person', 'person.id', 'participant.person_id').innerJoin('core.person as trainer', 'trainer.id', 'session.trainer_id').select(['session.id', 'course.title', 'trainer.name', 'session.starts_at', 'participant.mark'])
            .where('participant.person_id', '=', id).where('session.state', '=', 'held').where('participant.mark', 'in', [...attendedMarks]).where(principal.personId === id ? everything : seenParticipants(principal)).orderBy('session.starts_at', 'desc').orderBy('session.id').limit(longest).execute();
        return found.map(each => ({ id: each.id, title: each.title, trainerName: each.name, mark: each.mark as typeof attendedMarks[number], at: each.starts_at.toISOString() }));
    }

    private async supervisedCalls(id: string): Promise<Transcript['supervisedCalls']> {
        const found = await this.database.read<TrainingTables>().selectFrom('training.supervised_call as call').innerJoin('core.person as recorder', 'recorder.id', 'call.recorded_by')
            .select(['call.id', 'call.percent', 'call.at', 'recorder.name']).where('call.person_id', '=', id).orderBy('call.at', 'desc').orderBy('call.id').limit(longest).execute();
        return found.map(each => ({ id: each.id, percent: each.percent, byName: each.name, at: each.at.toISOString() }));
    }

    private async signOffs(id: string): Promise<Transcript['signOffs']> {
        const found = await this.database.read<TrainingTables>().selectFrom('training.sign_off as given').innerJoin('core.person as signer', 'signer.id', 'given.signed_by')
            .select(['given.id', 'given.at', 'signer.name']).where('given.person_id', '=', id).orderBy('given.at', 'desc').orderBy('given.id').limit(longest).execute();
        return found.map(each => ({ id: each.id, byName: each.name, at: each.at.toISOString() }));
    }
}
