import TaskAltIcon from '@mui/icons-material/TaskAlt';
import { Box, Button, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';

/** Nothing here is good news, unless a filter hides it. */
export const CaseEmpty = () => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const narrowed = [
    'counted',
    'q',
    'departmentId',
    'kind',
    'categoryId',
    'danger',
    'band',
    'crewId',
    'stage',
  ].some((field) => filterValues[field] !== undefined && filterValues[field] !== '');
  return (
    <Box sx={{ p: 6, textAlign: 'center' }}>
      <TaskAltIcon color="success" sx={{ fontSize: 48 }} />
      <Typography variant="h6" component="p">
        {translate(narrowed ? 'ra.navigation.no_filtered_results' : 'resources.cases.empty')}
      </Typography>
      {narrowed && (
        <Button onClick={() => setFilters({ open: true }, {})}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      )}
    </Box>
  );
};
