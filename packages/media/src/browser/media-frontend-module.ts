import '../../src/browser/style/media.css';
import { nls } from '@theia/core/lib/common/nls';
import { ContainerModule } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { audioProblem } from '../common/media-contract';
import { mediaHouseTexts } from './media-house-texts';
import { conflictText, problemText, transcriptProblemText } from './player/problem-words';

/** What can go wrong with recordings, and what the server names by kind, in words. The player itself is loaded by the pages that show one. */
export default new ContainerModule(bind => {
    bind(ErrorTextContribution).toConstantValue({
        conflict: conflictText,
        problem: code => transcriptProblemText(code) ?? (code === 'mask-too-short' ? nls.localize('earshot/media/mask/too-short', 'The end must lie after the beginning.') : code.startsWith(audioProblem) ? problemText(code.slice(audioProblem.length)) : undefined)
    } satisfies ErrorTextContribution);
    bind(HouseTextContribution).toConstantValue(mediaHouseTexts);
});
