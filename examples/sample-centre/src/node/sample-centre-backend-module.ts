import { StartNotice, StartTask } from '@earshot/core/lib/node/start/start-task';
import { ContainerModule } from '@theia/core/shared/inversify';
import { SampleCare } from './sample-care';
import { SampleCentre } from './sample-centre';
import { SampleDocuments } from './sample-documents';
import { SampleKnowledge } from './sample-knowledge';
import { SampleFeedback } from './sample-feedback';
import { SampleHistory } from './sample-history';
import { SampleExams } from './sample-exams';
import { SampleQuality } from './sample-quality';
import { SampleQuestions } from './sample-questions';
import { SampleSampling } from './sample-sampling';
import { SampleTranscripts } from './sample-transcripts';

export default new ContainerModule(bind => {
    bind(SampleFeedback).toSelf().inSingletonScope();
    bind(SampleTranscripts).toSelf().inSingletonScope();
    bind(SampleHistory).toSelf().inSingletonScope();
    bind(SampleSampling).toSelf().inSingletonScope();
    bind(SampleQuality).toSelf().inSingletonScope();
    bind(SampleKnowledge).toSelf().inSingletonScope();
    bind(SampleDocuments).toSelf().inSingletonScope();
    bind(SampleCare).toSelf().inSingletonScope();
    bind(SampleQuestions).toSelf().inSingletonScope();
    bind(SampleExams).toSelf().inSingletonScope();
    bind(SampleCentre).toSelf().inSingletonScope();
    bind(StartTask).toService(SampleCentre);
    bind(StartNotice).toService(SampleCentre);
});
