import '../../src/browser/style/comment.css';
import '../../src/browser/style/writing.css';

import { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import { ContainerModule } from '@theia/core/shared/inversify';
import { minutesErrorTexts } from './minutes/minutes-error-texts';

/** What is written with it belongs to the packages above; here are its looks, and why minutes are refused. */
export default new ContainerModule(bind => {
    bind(ErrorTextContribution).toConstantValue(minutesErrorTexts);
});
