export { ApiService, ConnectionError } from './api-service';
export { useChange, useUndo, type ChangeOptions } from './change';
export { ContainerContext, useAnnounce, useClient, useErrorText, usePreference, useService, useSession, useToast, type Session } from './context';
export { DomainEventService } from './domain-event-service';
export { ErrorTextContribution, ErrorTextService, type FieldProblem } from './error-text';
export { decideLanguage, languageNames, languageTags, type Language } from './language';
export { SessionService } from './session-service';
export { Store, useStore } from './store';
export { Announcer, ToastService, type ToastAction, type ToastOptions, type ToastTone } from './toast-service';
