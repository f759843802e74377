import { Box, Button, Card, CardContent, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../meta/useMeta';
import { canAccess } from '../permissions/permissions';
import { When } from '../time/When';
import type { Asked } from './asked';
import type { FindingOf, Verdict } from './types';

/** Why each department is late, if it is, and what was found before; a click says by which signs. */
export const FindingCards = ({ departments, asked }: { departments: FindingOf[]; asked: Asked }) => {
  const translate = useTranslate();
  const names = useNames();
  const { permissions = [] } = usePermissions<string[]>();
  const said = (verdict: Verdict) =>
    typeof verdict === 'string'
      ? translate(`diagnosis.verdict.${verdict}`)
      : verdict.map((cause) => translate(`diagnosis.cause.${cause}`)).join(' · ');
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
      }}
    >
      {departments.map(({ departmentId, verdict, findings, asOf, before }) => {
        const found = Array.isArray(verdict);
        return (
          <Card
            key={departmentId}
            variant="outlined"
            sx={found ? { borderColor: 'warning.main', borderWidth: 2 } : undefined}
          >
            <CardContent sx={{ '&:last-child': { pb: 1 } }}>
              <Typography component="h3" variant="body2" color="textSecondary">
                {names.department(departmentId)}
              </Typography>
              <Typography sx={{ fontWeight: 700 }}>
                {verdict === null ? translate('dashboards.findings.none') : said(verdict)}
              </Typography>
              {findings
                .filter(({ holds }) => holds && found)
                .map(({ cause, confidence }) => (
                  <Typography key={cause} variant="body2">
                    {translate('diagnosis.holds', { percent: Math.round(confidence * 100) })}
                  </Typography>
                ))}
              {before !== null && (
                <Typography variant="body2" color="textSecondary">
                  {translate('dashboards.findings.before', { verdict: said(before) })}
                </Typography>
              )}
              {asOf && (
                <Typography variant="caption" component="p" color="textSecondary">
                  {translate('dashboards.findings.asOf')} <When at={asOf} />
                </Typography>
              )}
              {canAccess(permissions, 'diagnosis', 'list') && (
                <Button
                  component={Link}
                  size="small"
                  to={`/diagnosis?department=${departmentId}&quarter=${asked.quarter.id}`}
                >
                  {translate('dashboards.findings.why')}
                </Button>
              )}
            </CardContent>
          </Card>
        );
      })}
    </Box>
  );
};
