import { inject, injectable } from '@theia/core/shared/inversify';
import { ApplicationShell } from '@theia/core/lib/browser/shell/application-shell';
import { BoxLayout, BoxPanel, type Layout } from '@theia/core/shared/@lumino/widgets';
import { WorkbenchWidget } from './workbench-widget';

/** A shell without docks, tabs and side bars: the workbench fills the window, and nothing else is attached. */
@injectable()
export class EarshotShell extends ApplicationShell {
    @inject(WorkbenchWidget)
    protected readonly workbench: WorkbenchWidget;

    protected override createLayout(): Layout {
        const layout = new BoxLayout({ direction: 'top-to-bottom', spacing: 0 });
        BoxPanel.setStretch(this.workbench, 1);
        layout.addWidget(this.workbench);
        return layout;
    }
}
