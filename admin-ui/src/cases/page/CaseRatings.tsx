import { Rating as Stars, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { When } from '../../time/When';
import type { CaseDetail, Rating } from '../types';

const One = ({ rating }: { rating: Rating }) => {
  const translate = useTranslate();
  const aspects = Object.entries(rating.aspects ?? {});
  return (
    <>
      <Stars readOnly size="small" value={rating.stars} />
      <Typography variant="body2" color="textSecondary">
        <When at={rating.createdAt} />
        {aspects.map(([aspect, value]) => ` · ${translate(`words.aspect.${aspect}`)} ${value}`)}
      </Typography>
      <Words words={rating.words} />
    </>
  );
};

/** How citizens judged the repair. */
export const CaseRatings = ({ row }: { row: CaseDetail }) =>
  row.ratings.length > 0 && (
    <Section title="casePage.sections.ratings">
      <PlainList>
        {row.ratings.map((rating) => (
          <li key={rating.id}>
            <One rating={rating} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
