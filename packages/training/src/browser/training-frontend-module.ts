import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import '../../src/browser/style/training.css';

import { ContainerModule } from '@theia/core/shared/inversify';
import { PageContribution } from '@earshot/core/lib/browser/navigation';
import { bindDocuments } from './document/document-bindings';
import { bindExams } from './exam/exam-bindings';
import { bindQuestions } from './question/question-bindings';
import { bindSessions } from './session/session-bindings';
import { bindScripts } from './script/script-bindings';
import { trainingPages } from './training-pages';

export default new ContainerModule(bind => {
    bind(PageContribution).toConstantValue(trainingPages);
    bindDocuments(bind);
    bindExams(bind);
    bindQuestions(bind);
    bindScripts(bind);
    bindSessions(bind);
});
