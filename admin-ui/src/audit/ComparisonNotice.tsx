import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import type { Comparison } from './types';

/** Whether workflow, log and lists tell the same story. */
export const ComparisonNotice = ({ comparison }: { comparison: Comparison | null }) => {
  const translate = useTranslate();
  if (!comparison)
    return (
      <Section title="auditPage.comparison">
        <Alert severity="info">{translate('auditPage.comparisonLater')}</Alert>
      </Section>
    );
  const { agreed, missing, different, unexplained, statusFits } = comparison;
  const faults = [
    missing.length > 0 && translate('auditPage.missing', { facts: missing.join(', ') }),
    different.length > 0 && translate('auditPage.different', { facts: different.join(', ') }),
    unexplained.length > 0 && translate('auditPage.unexplained', { facts: unexplained.join(', ') }),
    !statusFits && translate('auditPage.statusDiffers'),
  ].filter(Boolean);
  return (
    <Section title="auditPage.comparison">
      <Alert severity={faults.length === 0 ? 'success' : 'error'}>
        {faults.length === 0
          ? translate('auditPage.comparisonOk', { smart_count: agreed })
          : faults.join(' ')}
      </Alert>
    </Section>
  );
};
