import '../../src/browser/style/media.css';
import { ContainerModule } from '@theia/core/shared/inversify';
import { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import { audioProblem } from '../common/media-contract';
import { conflictText, problemText } from './player/problem-words';

/** What can go wrong with recordings, in words. The player itself is loaded by the pages that show one. */
export default new ContainerModule(bind => {
    bind(ErrorTextContribution).toConstantValue({
        conflict: conflictText,
        problem: code => code.startsWith(audioProblem) ? problemText(code.slice(audioProblem.length)) : undefined
    } satisfies ErrorTextContribution);
});
