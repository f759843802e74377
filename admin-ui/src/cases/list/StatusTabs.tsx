import { Box, Tab, Tabs } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { countOf, tabOf, tabs, withoutTab, withTab } from './tabs';
import { useCounts } from './useCounts';

/** What alarms when there is any of it. */
const alarming = ['late', 'emergencies', 'reopenAsked', 'bursts'];

const Count = ({ value, alarm }: { value: number; alarm: boolean }) => (
  <Box
    component="span"
    sx={{
      ml: 1,
      px: 0.9,
      borderRadius: 4,
      fontSize: '0.8rem',
      fontWeight: 700,
      bgcolor: alarm ? 'error.main' : '#e3e9ef',
      color: alarm ? '#fff' : 'text.primary',
    }}
  >
    {value}
  </Box>
);

/** One tab per state with the count of what was searched for, so that the inbox says by itself where work waits. */
export const StatusTabs = () => {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const counts = useCounts(withoutTab(filterValues));
  return (
    <Tabs
      value={tabOf(filterValues) ?? false}
      onChange={(_, name) => setFilters(withTab(filterValues, name), displayedFilters)}
      variant="scrollable"
      scrollButtons="auto"
      allowScrollButtonsMobile
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {tabs.map(({ name }) => {
        const count = counts ? countOf(counts, name) : null;
        return (
          <Tab
            key={name}
            value={name}
            iconPosition="end"
            icon={
              count === null ? undefined : (
                <Count value={count} alarm={alarming.includes(name) && count > 0} />
              )
            }
            label={translate(`casePage.tabs.${name}`)}
          />
        );
      })}
    </Tabs>
  );
};
