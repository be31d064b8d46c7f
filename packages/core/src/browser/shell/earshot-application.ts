import { injectable } from '@theia/core/shared/inversify';
import { FrontendApplication } from '@theia/core/lib/browser/frontend-application';

/** Theia's application without the listeners that forbid touch scrolling and dropping files. */
@injectable()
export class EarshotApplication extends FrontendApplication {
    protected override registerEventListeners(): void {
        this.windowsService.onUnload(() => {
            this.stateService.state = 'closing_window';
            this.stopContributions();
        });
        window.addEventListener('resize', () => this.shell.update());
        this.keybindings.registerEventListeners(window);
        // a file that misses its target must not replace the application
        for (const type of ['dragover', 'drop']) {
            document.addEventListener(type, event => event.preventDefault());
        }
    }
}
