import { injectable } from '@theia/core/shared/inversify';
import { ShellLayoutRestorer } from '@theia/core/lib/browser/shell/shell-layout-restorer';

/** There is no layout to keep: the address says which page is open. */
@injectable()
export class NoLayoutRestorer extends ShellLayoutRestorer {
    override registerCommands(): void { }
    override storeLayout(): void { }
    override async restoreLayout(): Promise<boolean> {
        return true;
    }
}
