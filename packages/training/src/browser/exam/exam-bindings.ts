import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { PersonActionContribution } from '@earshot/core/lib/browser/people/person-actions';
import type { interfaces } from '@theia/core/shared/inversify';
import { certificateErrorTexts, certificateHouseTexts } from '../certificate/certificate-texts';
import { certificationErrorTexts, certificationHouseTexts } from '../certification/certification-texts';
import { transcriptOfPerson } from '../transcript/transcript-link';
import { examErrorTexts, examHouseTexts } from './exam-texts';

/** Binds the words of exams and of the certification that they count for. */
export function bindExams(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(examErrorTexts);
    bind(HouseTextContribution).toConstantValue(examHouseTexts);
    bind(ErrorTextContribution).toConstantValue(certificationErrorTexts);
    bind(HouseTextContribution).toConstantValue(certificationHouseTexts);
    bind(PersonActionContribution).toConstantValue(transcriptOfPerson);
    bind(ErrorTextContribution).toConstantValue(certificateErrorTexts);
    bind(HouseTextContribution).toConstantValue(certificateHouseTexts);
}
