import type { Command, CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ApiService, ErrorTextService, SessionService, ToastService } from '@earshot/core/lib/browser/application';
import { NavigationService } from '@earshot/core/lib/browser/navigation';
import { qualityContract } from '../common/quality-contract';

/** What can be done in quality monitoring from anywhere, through the command palette. */
@injectable()
export class QualityCommands implements CommandContribution {
    @inject(NavigationService)
    protected readonly navigation: NavigationService;
    @inject(SessionService)
    protected readonly session: SessionService;
    @inject(ApiService)
    protected readonly api: ApiService;
    @inject(ToastService)
    protected readonly toasts: ToastService;
    @inject(ErrorTextService)
    protected readonly errors: ErrorTextService;

    registerCommands(commands: CommandRegistry): void {
        const category = nls.localize('earshot/quality/commands/category', 'Quality');
        const command = (id: string, label: string): Command => ({ id: `earshot.quality.${id}`, label, category });
        const allowed = (permission: string): { isEnabled(): boolean } => ({ isEnabled: () => this.session.may(permission) });
        commands.registerCommand(command('import', nls.localize('earshot/quality/commands/import', 'Import calls')), { ...allowed('interaction:import'), execute: () => this.navigation.navigate('/quality/import') });
        commands.registerCommand(command('to-evaluate', nls.localize('earshot/quality/commands/to-evaluate', 'Calls that I have not evaluated')), {
            ...allowed('evaluation:write'), execute: () => this.navigation.navigate('/quality/calls?evaluated=not-by-me&state=ready')
        });
        commands.registerCommand(command('to-score', nls.localize('earshot/quality/commands/to-score', 'Calls that were drawn for me')), { ...allowed('evaluation:write'), execute: () => this.navigation.navigate('/quality/to-score') });
        commands.registerCommand(command('new-plan', nls.localize('earshot/quality/commands/new-plan', 'New sampling plan')), { ...allowed('sampling:manage'), execute: () => this.navigation.navigate('/quality/sampling-plans/new') });
        commands.registerCommand(command('continue', nls.localize('earshot/quality/commands/continue', 'Continue my oldest draft')), { ...allowed('evaluation:write'), execute: () => this.continueDraft() });
        commands.registerCommand(command('prepare-calibration', nls.localize('earshot/quality/commands/prepare', 'Prepare a calibration session')), { ...allowed('calibration:lead'), execute: () => this.navigation.navigate('/quality/calibrations?prepare=new') });
        commands.registerCommand(command('calibration-evaluators', nls.localize('earshot/quality/commands/evaluators', 'When evaluators were last calibrated')), { ...allowed('calibration:lead'), execute: () => this.navigation.navigate('/quality/calibrations/evaluators') });
        commands.registerCommand(command('coach', nls.localize('earshot/quality/commands/coach', 'Open a coaching plan')), { ...allowed('coaching:write'), execute: () => this.navigation.navigate('/quality/coaching/new') });
    }

    protected async continueDraft(): Promise<void> {
        try {
            const { drafts: [oldest] } = await this.api.clientOf(qualityContract).evaluations.today();
            if (oldest) {
                await this.navigation.navigate(`/quality/evaluations/${oldest.id}`);
            } else {
                this.toasts.show(nls.localize('earshot/quality/commands/no-draft', 'You have no open draft.'));
            }
        } catch (error) {
            this.toasts.show(this.errors.describe(error), { tone: 'critical' });
        }
    }
}
