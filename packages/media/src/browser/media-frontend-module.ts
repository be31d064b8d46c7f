import '../../src/browser/style/media.css';
import { nls } from '@theia/core/lib/common/nls';
import { ContainerModule } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { PageContribution } from '@earshot/core/lib/browser/navigation';
import { audioProblem } from '../common/media-contract';
import { mediaHouseTexts } from './media-house-texts';
import { conflictText, problemText, transcriptProblemText } from './player/problem-words';

const pages: PageContribution = {
    pages: [{
        id: 'media.listening', perspective: 'administration', path: '/administration/listening', order: 40, inNavigation: true, icon: 'unmute', permission: 'audit:read',
        title: () => nls.localize('earshot/media/listening/title', 'Listening log'), load: () => import('./listening/listening-page.js')
    }]
};

/** What can go wrong with recordings, and what the server names by kind, in words. The player itself is loaded by the pages that show one. */
export default new ContainerModule(bind => {
    bind(ErrorTextContribution).toConstantValue({
        conflict: conflictText,
        problem: code => transcriptProblemText(code) ?? (code === 'mask-too-short' ? nls.localize('earshot/media/mask/too-short', 'The end must lie after the beginning.') : code.startsWith(audioProblem) ? problemText(code.slice(audioProblem.length)) : undefined)
    } satisfies ErrorTextContribution);
    bind(PageContribution).toConstantValue(pages);
    bind(HouseTextContribution).toConstantValue(mediaHouseTexts);
});
