import type { GeneratedMoment, Json, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { CertificateContent } from '../../common/certificate/certificate';

/** `issued_by` is null where the house issued it by itself. Rows are kept; only that they were superseded or revoked is added. */
export interface CertificateTable {
    id: string; person_id: string; position_id: string | null; code: string; content: Json<CertificateContent>; hash: string; issued_at: Date; issued_by: string | null; valid_until: OptionalMoment; supersedes: string | null;
    superseded_at: OptionalMoment; revoked_at: OptionalMoment; revoked_by: string | null; revoked_reason: string | null;
}
/** In whose name certificates are issued: the last one counts. */
export interface CertificateHouseTable { id: string; name: string; named_by: string; named_at: GeneratedMoment }

export interface CertificateTables {
    'training.certificate': CertificateTable;
    'training.certificate_house': CertificateHouseTable;
}
