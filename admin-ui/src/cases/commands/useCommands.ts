import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, useNotify, useTranslate } from 'react-admin';
import type { CommandName } from '../../vocabulary';
import { type CommandBody, sendCommand } from '../api';
import type { CaseDetail } from '../types';
import { commandWords } from '../wording';

/**
 * Sends commands to a case. `send` resolves once the command is carried out or waits for confirmation:
 * in the latter case `waiting` names it until the case has answered.
 */
export function useCommands(row: CaseDetail) {
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [waiting, setWaiting] = useState<CommandName | null>(null);

  const settle = (name: CommandName) => {
    // As the button said, whatever the case has become by it.
    const label = translate(`${commandWords(name, row)}.label`);
    notify('command.done', { type: 'success', messageArgs: { name: label } });
    client.invalidateQueries({ queryKey: ['cases'] });
  };

  const send = (body: CommandBody) =>
    new Promise<void>((resolve, reject) => {
      let answered = false;
      const running = sendCommand(row.id, body, () => {
        answered = true;
        setWaiting(body.name);
        resolve();
      });
      running
        .then(() => {
          settle(body.name);
          resolve();
        })
        .catch((problem: HttpError) => {
          if (answered) notify(problem.message, { type: 'error' });
          client.invalidateQueries({ queryKey: ['cases'] });
          reject(problem);
        })
        .finally(() => setWaiting(null));
    });

  return { send, waiting };
}
