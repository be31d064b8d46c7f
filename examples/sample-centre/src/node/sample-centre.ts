import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Settings } from '@earshot/core/lib/node/start/settings';
import type { StartNotice, StartTask } from '@earshot/core/lib/node/start/start-task';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleListeningQuestion } from '../common/sample-marked-questions';
import { samplePeople } from '../common/sample-people';
import { SampleCare } from './sample-care';
import { SampleArticleEvaluations } from './sample-article-evaluations';
import { SampleAttempts } from './sample-attempts';
import { SampleCertificates } from './sample-certificates';
import { SampleDocuments } from './sample-documents';
import { SampleExams } from './sample-exams';
import { SampleKnowledge } from './sample-knowledge';
import { samplePassword } from './sample-password';
import { SampleQuality } from './sample-quality';
import { SampleQuestions } from './sample-questions';
import { SampleSearches } from './sample-searches';
import { SampleSessions } from './sample-sessions';
import { addStaff } from './sample-staff';

/** Fills an empty database with Lantern Bank's customer centre, on the first start, unless it was asked to stay empty. */
@injectable()
export class SampleCentre implements StartTask, StartNotice {
    readonly order = 50;

    constructor(
        @inject(Settings) private readonly settings: Settings, @inject(Database) private readonly database: Database, @inject(SampleQuality) private readonly quality: SampleQuality, @inject(SampleKnowledge) private readonly knowledge: SampleKnowledge,
        @inject(SampleDocuments) private readonly documents: SampleDocuments, @inject(SampleQuestions) private readonly questions: SampleQuestions, @inject(SampleExams) private readonly exams: SampleExams,
        @inject(SampleCare) private readonly care: SampleCare, @inject(SampleAttempts) private readonly attempts: SampleAttempts,
        @inject(SampleArticleEvaluations) private readonly evaluations: SampleArticleEvaluations, @inject(SampleSearches) private readonly searches: SampleSearches,
        @inject(SampleCertificates) private readonly certificates: SampleCertificates, @inject(SampleSessions) private readonly sessions: SampleSessions
    ) { }

    async run(): Promise<void> {
        if (!this.settings.sampleWanted || !this.settings.onLoopback || await this.anybody()) {
            return;
        }
        console.info('Loading the sample centre …');
        const people = await addStaff(this.database, await samplePassword(this.settings.dataFolder));
        const { general, calls } = await this.quality.add(people);
        await this.knowledge.add(people);
        await this.evaluations.add(people);
        await this.searches.add();
        await this.documents.add(people);
        await this.care.add(people);
        const questions = await this.questions.add(people, { recording: linkTo('quality', 'interactions', calls.get(sampleListeningQuestion.call)!), form: { formId: general, version: 1 } });
        await this.attempts.add(people, await this.exams.add(people, questions), questions);
        await this.certificates.add(people);
        await this.sessions.add(people);
    }

    async lines(): Promise<readonly string[]> {
        if (!await this.anybody(true)) {
            return [];
        }
        const shown = samplePeople.filter(each => !each.roles.includes('agent'));
        const agents = samplePeople.filter(each => each.roles.includes('agent'));
        const width = Math.max(...shown.map(each => each.login.length)) + 2;
        return [
            '', `Sample people (password for all of them: ${await samplePassword(this.settings.dataFolder)})`,
            ...shown.map(each => `  ${each.login.padEnd(width)}${each.roles.join(', ').padEnd(30)}${each.name}`),
            `  ${agents[0]!.login} … ${agents[agents.length - 1]!.login}   agents`
        ];
    }

    private async anybody(sample = false): Promise<boolean> {
        let query = this.database.read().selectFrom('core.person').select('id').limit(1);
        if (sample) {
            query = query.where('sample', '=', true);
        }
        return !!await query.executeTakeFirst();
    }
}
