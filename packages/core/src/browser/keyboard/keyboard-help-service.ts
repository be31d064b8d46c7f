import { injectable } from '@theia/core/shared/inversify';
import { Store } from '../application/store';
import { isTextInput } from './focus-kind';

/** Whether the list of keys is open. The question mark opens it wherever no text is written, on any keyboard layout. */
@injectable()
export class KeyboardHelpService {
    readonly open = new Store(false);

    start(): void {
        document.addEventListener('keydown', event => {
            if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTextInput(event.target as Element) && !document.querySelector('[aria-modal="true"]')) {
                event.preventDefault();
                this.open.set(true);
            }
        });
    }
}
