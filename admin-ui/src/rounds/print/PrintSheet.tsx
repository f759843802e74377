import { useLocale, useTranslate } from 'react-admin';
import { createPortal } from 'react-dom';
import { useNames } from '../../meta/useMeta';
import { sayDay, sayHour } from '../../time/hours';
import type { RoundDetail } from '../types';
import './sheet.css';

/** On the road what is still to do; before and afterwards the whole round. */
const toPrint = ({ status, stops }: RoundDetail) =>
  status === 'dispatched'
    ? stops.filter((stop) => stop.status === 'planned' || stop.status === 'arrived')
    : stops;

/** The round on paper, for a crew without a phone: beside the page, which is not printed. */
export const PrintSheet = ({ row }: { row: RoundDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const hour = (at: string | null) => (at ? sayHour(at, locale) : '');
  return createPortal(
    <div className="round-sheet">
      <h1>
        {translate('rounds.one')} · {names.crew(row.crewId)}
      </h1>
      <p>
        {sayDay(row.shiftFrom, locale)}, {hour(row.shiftFrom)}–{hour(row.shiftTo)}
        {row.breaks.map(({ earliest, latest, minutes }) => (
          <span key={earliest}>
            {' · '}
            {translate('rounds.break', { minutes, earliest: hour(earliest), latest: hour(latest) })}
          </span>
        ))}
        {' · '}
        {names.department(row.departmentId)}
      </p>
      <table>
        <thead>
          <tr>
            <th>#</th>
            <th>{translate('rounds.sheet.time')}</th>
            <th>{translate('rounds.sheet.what')}</th>
            <th>{translate('rounds.sheet.result')}</th>
          </tr>
        </thead>
        <tbody>
          {toPrint(row).map(({ caseId, arriveAt, leaveAt, task, case: place }, at) => (
            <tr key={caseId}>
              <td>{at + 1}</td>
              <td>
                {hour(arriveAt)}
                <br />
                {hour(leaveAt)}
              </td>
              <td>
                <strong>{place.address ?? translate('casePage.noPlace')}</strong>
                <br />
                {place.number} · {names.category(place.categoryId)} · {place.band} ·{' '}
                {translate(`words.dangerShort.${place.danger}`)}
                {task === 'make-safe' && ` · ${translate('rounds.task.make-safe')}`}
                {place.emergency !== 'none' && ` · ${translate(`words.emergency.${place.emergency}`)}`}
                {place.words.slice(0, 2).map((text) => (
                  <blockquote key={text}>{text}</blockquote>
                ))}
                <small>
                  {place.lat.toFixed(5)}, {place.lon.toFixed(5)}
                </small>
              </td>
              <td>
                <ul>
                  <li>{translate('rounds.sheet.done')}</li>
                  <li>{translate('rounds.sheet.notPossible')}</li>
                </ul>
                {translate('rounds.sheet.from')} ______ {translate('rounds.sheet.to')} ______
                <br />
                {translate('rounds.sheet.notes')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
};
