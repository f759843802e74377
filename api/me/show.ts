import { renderSVG } from 'uqr';
import { redemptionCode } from '../../db/tokens';
import type { JudgedCase, Line, Mine, OfferedReward, OwnCode } from '../../db/views/me';
import { mayAppeal } from '../../domain/rewards/appeal';
import { isGone } from '../../domain/rewards/redeem';
import { verdictOf } from '../../domain/standing/judgement';
import { counts, ENOUGH, type Standing, standingOf } from '../../domain/standing/standing';
import type { Locale } from '../../domain/vocabulary';
import { texts } from './texts';

interface Saying {
  locale: Locale;
  when(at: Date): string;
  day(at: Date): string;
}

/** What the own page says of a person, in words. */
export function shownOf(mine: Mine, appSecret: string, saying: Saying) {
  const { standingOff, balance, judged } = mine;
  const standing = standingOff ? null : standingOf(judged, Date.now());
  return {
    ...{ standingOff, balance },
    standing: standing && figuresOf(standing, saying.locale),
    tooFew:
      standing || standingOff ? null : texts[saying.locale].tooFew(judged.filter(counts).length, ENOUGH),
    judged: judged.map((one) => judgedRow(one, standing, saying)),
    lines: mine.lines.map((line) => lineRow(line, saying)),
    codes: mine.codes.map((code) => codeRow(code, appSecret, saying)),
    rewards: mine.rewards.map((reward) => rewardRow(reward, balance, saying)),
  };
}

const percent = (share: number) => String(Math.round(share * 100));

function figuresOf({ mean, low, high, factor }: Standing, locale: Locale) {
  const t = texts[locale];
  const times = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(factor);
  return {
    figure: t.figure(percent(mean), percent(low), percent(high)),
    weight: t.weight(times),
    // For the picture, whose width is 100.
    ...{ mean: percent(mean), low: percent(low), width: percent(high - low) },
  };
}

function judgedRow(one: JudgedCase, standing: Standing | null, { locale, day }: Saying) {
  const t = texts[locale];
  const part = standing?.parts.find(({ caseId }) => caseId === one.caseId);
  const { caseId, number, appeal } = one;
  return {
    ...{ caseId, number, category: one.category[locale], on: day(new Date(one.at)) },
    verdict: t.verdict[verdictOf(one)],
    counts: part && `${t.countsNow} ${percent(part.counts)} %`,
    foreign: counts(one) ? null : t.foreign,
    mayAppeal: mayAppeal(one),
    appeal: appeal && {
      state: t.appealState[appeal.state],
      words: appeal.words ?? t.erasedWords,
      answer: appeal.answer,
    },
  };
}

const lineRow = ({ at, amount, reason, number, reward }: Line, { locale, day }: Saying) => ({
  on: day(at),
  iso: at.toISOString(),
  amount: amount > 0 ? `+${amount}` : `−${-amount}`,
  sentence: [texts[locale].reason[reason], reward?.[locale], number && `${texts[locale].report} ${number}`]
    .filter(Boolean)
    .join(', '),
});

function codeRow({ id, state, reward, expiresAt }: OwnCode, appSecret: string, { locale, when }: Saying) {
  const usable = state === 'issued' && expiresAt.getTime() > Date.now();
  const code = redemptionCode(appSecret, id);
  return {
    ...{ id, usable, name: reward[locale], until: when(expiresAt) },
    state: texts[locale].state[state === 'issued' && !usable ? 'expired' : state],
    ...(usable && { code, qr: renderSVG(code, { border: 2, pixelSize: 4 }) }),
  };
}

export function rewardRow(reward: OfferedReward, balance: number, { locale, day }: Saying) {
  const t = texts[locale];
  const { id, cost, stock, taken, codeDays } = reward;
  const short = Math.max(0, cost - balance);
  return {
    ...{
      id,
      name: reward.name[locale],
      description: reward.description[locale],
      points: cost,
      cost: t.cost(cost),
    },
    left: stock === null ? null : t.left(Math.max(0, stock - taken)),
    // A local day has no hour: noon is on that day everywhere.
    until: day(new Date(`${reward.validTo}T12:00:00Z`)),
    sure: t.sure(cost, codeDays),
    whyNot: isGone(reward) ? t.gone : short > 0 ? t.missing(short) : null,
  };
}
