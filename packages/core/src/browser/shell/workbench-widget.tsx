import * as React from '@theia/core/shared/react';
import { injectable, postConstruct } from '@theia/core/shared/inversify';
import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';

/** The one widget of the window: everything that is seen is a React tree below it. */
@injectable()
export class WorkbenchWidget extends ReactWidget {
    @postConstruct()
    protected init(): void {
        this.id = 'earshot-workbench';
        this.addClass('earshot-workbench');
        this.update();
    }

    protected render(): React.ReactNode {
        return <main>Earshot</main>;
    }
}
