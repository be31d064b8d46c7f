import { nls } from '@theia/core/lib/common/nls';
import { type LocalizedText, localized } from '@earshot/forms';

/** A text of a form in the reader's language, or the best there is; '' for none. */
export const formText = (text: LocalizedText | undefined): string => text ? localized(text, nls.locale ?? 'en') : '';
