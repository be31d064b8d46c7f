import { nls } from '@theia/core/lib/common/nls';
import type { ImportLoss } from '../../common/document-import/imported-text';

/** What a file had and the document will not have. */
export function importLossText(loss: ImportLoss): string {
    switch (loss) {
        case 'pictures': return nls.localize('earshot/training/document-file/pictures', 'Pictures: their descriptions stay as words.');
        case 'headers': return nls.localize('earshot/training/document-file/headers', 'Headers and footers of the pages.');
        case 'comments': return nls.localize('earshot/training/document-file/comments', 'Comments.');
        case 'deletions': return nls.localize('earshot/training/document-file/deletions', 'Tracked changes: they are taken as accepted.');
        case 'formulas': return nls.localize('earshot/training/document-file/formulas', 'Formulas.');
        case 'merged-cells': return nls.localize('earshot/training/document-file/merged-cells', 'Merged cells of tables: look these tables through.');
        case 'links': return nls.localize('earshot/training/document-file/links', 'Links to files beside this one: their words stay.');
        case 'html': return nls.localize('earshot/training/document-file/html', 'HTML within the text: it is shown as it is written.');
    }
}
