import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { CertificationService } from '@earshot/training/lib/node/certification/certification-service';
import { ExamService } from '@earshot/training/lib/node/exam/exam-service';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleExams, sampleRules, sampleSignings } from '../common/sample-exams';
import { quieten } from './quieten';
import { signedIn, type Staff } from './signed-in';

type Named = ReadonlyMap<string, string>;
const dayMs = 86_400_000;
/** What positions ask for is nothing new to anybody. */
const ruledDaysAgo = 400;

/** The exams of the sample centre, written by the trainer and approved by the approver, and what positions ask of those who take calls. */
@injectable()
export class SampleExams {
    constructor(@inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(ExamService) private readonly exams: ExamService, @inject(CertificationService) private readonly certification: CertificationService) { }

    /** @returns ids of exams in the order of {@link sampleExams} */
    async add(people: Named, questions: Named): Promise<readonly string[]> {
        const as = signedIn(this.sessions, people);
        const [trainer, approver] = [await as('tina'), await as('petra')];
        const positions = new Map((await this.database.read().selectFrom('core.position').select(['code', 'id']).execute()).map(each => [each.code, each.id]));
        const ids: string[] = [];
        for (const { title, blueprint } of sampleExams) {
            const id = await this.exams.add(trainer, title);
            await this.exams.change(trainer, { id, version: 1, title, blueprint: blueprint(questions, positions) });
            await this.exams.requestReview(trainer, { id, version: 2 });
            await this.exams.publish(approver, { id, version: 3 });
            ids.push(id);
        }
        for (const [code, rule] of Object.entries(sampleRules(ids[0]!, ids[2]!))) {
            await this.certification.setRule(trainer, { id: positions.get(code)!, version: 0, rule }, new Date(Date.now() - ruledDaysAgo * dayMs));
        }
        await this.sign(trainer, people);
        await quieten(this.database, 'exam');
        return ids;
    }

    /** What trainers have said of people in the past year. */
    private async sign(trainer: Staff, people: Named): Promise<void> {
        const ago = (days: number): Date => new Date(Date.now() - days * dayMs);
        await this.database.write<void, TrainingTables>(trainer, async (transaction, log) => {
            const by = trainer.personId;
            const positionOf = new Map((await transaction.selectFrom('core.person').select(['id', 'position_id']).execute()).map(each => [each.id, each.position_id]));
            const calls = sampleSignings.flatMap(({ login, percents, daysAgo }) => percents.map((percent, place) => ({ id: newId(), person_id: people.get(login)!, position_id: positionOf.get(people.get(login)!)!, percent, link: null, recorded_by: by, at: ago((daysAgo ?? 0) + percents.length - place) })));
            const signed = sampleSignings.flatMap(({ login, daysAgo }) => daysAgo === null ? [] : [{ id: newId(), person_id: people.get(login)!, position_id: positionOf.get(people.get(login)!)!, signed_by: by, at: ago(daysAgo) }]);
            await transaction.insertInto('training.supervised_call').values(calls).execute();
            await transaction.insertInto('training.sign_off').values(signed).execute();
            calls.forEach(each => log.audit('certification.call-recorded', 'people', each.person_id, { percent: each.percent }));
            signed.forEach(each => log.audit('certification.signed-off', 'people', each.person_id));
        });
    }
}
