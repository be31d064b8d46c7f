import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { ApiContribution, implementOperations } from '@earshot/core/lib/node/api/implementation';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import zhCn from '../../i18n/zh-cn.json';
import zhTw from '../../i18n/zh-tw.json';
import { trainingContract, trainingStreams } from '../common/training-contract';
import { trainingPermissions } from '../common/training-permissions';
import { bindDocuments, documentRouters } from './document/document-module';
import { documentFileUpload } from './document-import/document-file-upload';
import { bindExams, examRouters } from './exam/exam-module';
import { bindScripts, scriptRouters } from './script/script-module';
import { bindSessions, sessionRouters } from './session/session-module';
import { questionFileUpload } from './question/question-file';
import { bindQuestions, questionRouters } from './question/question-module';
import { trainingMigrations } from './training-migrations';

export default new ContainerModule(bind => {
    bind(PackageMigrations).toConstantValue(trainingMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: trainingPermissions });
    bind(LocalizationContribution).toConstantValue(packageLanguages('training', { 'zh-cn': zhCn, 'zh-tw': zhTw }));
    bindDocuments(bind);
    bindScripts(bind);
    bindQuestions(bind);
    bindExams(bind);
    bindSessions(bind);

    bind(ApiContribution).toDynamicValue(({ container }) => ({
        name: 'training', contract: trainingContract,
        router: implementOperations(trainingContract).router({
            ...documentRouters(container),
            ...scriptRouters(container),
            ...examRouters(container),
            ...questionRouters(container),
            ...sessionRouters(container)
        }),
        streams: { readDocumentFile: { operation: trainingStreams.readDocumentFile, handle: documentFileUpload }, readQuestionFile: { operation: trainingStreams.readQuestionFile, handle: questionFileUpload } }
    } satisfies ApiContribution)).inSingletonScope();
});
