import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { Database } from '@earshot/core/lib/node/storage/database';
import { CertificateIssuing } from '@earshot/training/lib/node/certificate/certificate-issuing';
import { CertificateService } from '@earshot/training/lib/node/certificate/certificate-service';
import { AcknowledgementService } from '@earshot/training/lib/node/document/acknowledgement-service';
import { concerned, hasAcknowledged } from '@earshot/training/lib/node/document/document-query';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleHouse, sampleIssuings, sampleReaders, sampleRevocation } from '../common/sample-certificates';
import { quieten } from './quieten';
import { signedIn } from './signed-in';

const dayMs = 86_400_000;

/** Certificates of those who have met all that their positions ask for: most hold, some have ended, one was taken back. */
@injectable()
export class SampleCertificates {
    private readonly issuing: CertificateIssuing;
    private readonly certificates: CertificateService;
    private readonly acknowledgements: AcknowledgementService;

    constructor(@inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService) {
        this.issuing = new CertificateIssuing(database);
        this.certificates = new CertificateService(database);
        this.acknowledgements = new AcknowledgementService(database);
    }

    async add(people: ReadonlyMap<string, string>): Promise<void> {
        const trainer = await signedIn(this.sessions, people)('tina');
        await this.certificates.nameHouse(trainer, sampleHouse);
        for (const daysAgo of sampleIssuings) {
            await this.issuing.run(new Date(Date.now() - daysAgo * dayMs));
        }
        for (const login of sampleReaders) {
            await this.readAll(people, login);
        }
        await this.issuing.run();
        const { rows: [certificate] } = await this.certificates.list(trainer, { personId: people.get(sampleRevocation.login)!, limit: 1 });
        await this.certificates.revoke(trainer, certificate!.id, sampleRevocation.reason);
        await quieten(this.database, 'certificate');
    }

    private async readAll(people: ReadonlyMap<string, string>, login: string): Promise<void> {
        const reader = await signedIn(this.sessions, people)(login);
        const open = await this.database.read<TrainingTables>().selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).innerJoin('training.document_version as version', 'version.document_id', 'document.id')
            .select(['version.id', 'version.hash']).where('person.id', '=', reader.personId).where('document.state', '=', 'effective').where('version.state', '=', 'effective').where(({ not }) => not(hasAcknowledged)).execute();
        for (const { id, hash } of open) {
            await this.acknowledgements.give(reader, id, hash);
        }
    }
}
