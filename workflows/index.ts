export { caseWorkflow } from './case/workflow';
export { emergencyWorkflow } from './emergency/workflow';
export { reportWorkflow } from './report/workflow';
export { reviewWorkflow } from './review/workflow';
export { roundWorkflow } from './round/workflow';
